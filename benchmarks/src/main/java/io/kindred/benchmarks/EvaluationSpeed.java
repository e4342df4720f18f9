package io.kindred.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.Evaluator;
import io.kindred.evaluation.split.LeaveLastOut;
import io.kindred.evaluation.split.RankingTask;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How fast a factor model is evaluated by full ranking on generated data: 10,000 users with 100 interactions each, 10,000
 * items, 64 factors, cut-offs 5, 10, 20. Two warm-up runs, five measured ones; the median is printed with the fastest and the
 * slowest, besides the processor time, which other programs on the machine disturb less. The same evaluation with one user a
 * block runs side by side.
 *
 * <p>Arguments: users, items, factors, threads; all optional.
 */
public final class EvaluationSpeed {
    private static final int PER_USER = 100;
    private static final int WARM_UP = 2;
    private static final int RUNS = 5;

    private EvaluationSpeed() {}

    public static void main(String[] arguments) {
        int users = argument(arguments, 0, 10_000);
        int items = argument(arguments, 1, 10_000);
        int factors = argument(arguments, 2, 64);
        int threads = argument(arguments, 3, Runtime.getRuntime().availableProcessors());
        RankingTask task = task(users, items);
        FactorsModel model = model(task.train(), factors);
        System.out.printf(
                "%s, Java %s, %d processors; %,d users x %,d items x %d factors, %d threads%n",
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                users,
                items,
                factors,
                threads);
        EvaluationOptions all =
                EvaluationOptions.at(5, 10, 20).withThreads(threads).withResamples(0);
        double full = measure("all metrics", all, model, task);
        double accuracy = measure("accuracy and auc only", all.withBeyondAccuracy(false), model, task);
        double single = measure(
                "accuracy, one user a block", all.withBeyondAccuracy(false).withUsersPerBlock(1), model, task);
        System.out.printf(
                "users a second: %,.0f with all metrics, %,.0f accuracy only; blocks of users: %.2f times as fast as one%n",
                users / full, users / accuracy, single / accuracy);
    }

    private static double measure(String name, EvaluationOptions options, FactorsModel model, RankingTask task) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double[] wall = new double[RUNS];
        double[] processor = new double[RUNS];
        for (int r = -WARM_UP; r < RUNS; r++) {
            long start = System.nanoTime();
            long used = system.getProcessCpuTime();
            new Evaluator(options).evaluate(model, task);
            if (r >= 0) {
                wall[r] = (System.nanoTime() - start) * 1e-9;
                processor[r] = (system.getProcessCpuTime() - used) * 1e-9;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(processor);
        System.out.printf(
                "%-28s wall %.2f s (%.2f - %.2f), processor %.2f s (%.2f - %.2f)%n",
                name, wall[RUNS / 2], wall[0], wall[RUNS - 1], processor[RUNS / 2], processor[0], processor[RUNS - 1]);
        return wall[RUNS / 2];
    }

    private static RankingTask task(int users, int items) {
        Random random = new Random(1);
        Interactions.Builder builder = Interactions.builder(ids("u", users), ids("i", items), TimeKind.ORDER);
        for (int u = 0; u < users; u++) {
            for (int n = 0; n < PER_USER; n++) {
                // Popularity falls off as in a catalogue: the square of a uniform draw favours low indices.
                double draw = random.nextDouble();
                builder.add(u, (int) (draw * draw * items));
            }
        }
        return new LeaveLastOut(false).split(builder.build()).folds().getFirst().testTask(false);
    }

    private static FactorsModel model(Interactions train, int factors) {
        return new FactorsModel(
                new ModelInfo("generated", ArtifactKind.FACTORS, Map.of(), true),
                train.users(),
                train.items(),
                UserHistories.of(train),
                gaussian(train.userCount(), factors, 2),
                gaussian(train.itemCount(), factors, 3));
    }

    private static FloatMatrix gaussian(int rows, int columns, long seed) {
        Random random = new Random(seed);
        FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
        for (int i = 0; i < matrix.array().length; i++) {
            matrix.array()[i] = (float) random.nextGaussian();
        }
        return matrix;
    }

    private static Vocabulary ids(String prefix, int count) {
        return Vocabulary.of(IntStream.range(0, count).mapToObj(i -> prefix + i).toList());
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
