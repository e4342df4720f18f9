package io.kindred.benchmarks;

import io.kindred.benchmarks.cf.Clock;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.BlockProducts;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.Evaluator;
import io.kindred.evaluation.split.LeaveLastOut;
import io.kindred.evaluation.split.RankingTask;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How fast a factor model is evaluated by full ranking on generated data: 100,000 users with 100 interactions each, 50,000
 * items, 64 factors, cut-offs 10 and 100. First the rate of matrix multiplication, then that of the inner products alone, block
 * by block as the evaluator asks for them, both as the median of some rounds in operations per second of processor time, which
 * other programs on the machine disturb less; then whole evaluations, in as much heap as the JVM is given.
 *
 * <p>Arguments: users, items, factors, threads; all optional. {@code -Druns=N} sets the number of whole evaluations (3).
 */
public final class EvaluationSpeed {
    private static final int PER_USER = 100;
    private static final int BLOCK = 83;
    private static final int BLOCKS = 25;

    private EvaluationSpeed() {}

    public static void main(String[] arguments) {
        int users = argument(arguments, 0, 100_000);
        int items = argument(arguments, 1, 50_000);
        int factors = argument(arguments, 2, 64);
        int threads = argument(arguments, 3, Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "%s, Java %s, %d processors, heap of at most %,d MiB; %,d users x %,d items x %d factors, %d threads%n",
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                users,
                items,
                factors,
                threads);
        MatrixMultiplyRate multiply = new MatrixMultiplyRate();
        double best = multiply.of(2_000, 2_000, 2_000);
        double same = multiply.of(items, BLOCK, factors);
        double scoring = scoring(gaussian(items, factors, 3), gaussian(BLOCK, factors, 2));
        System.out.printf(
                "billions of operations per processor second: %s sgemm of 2,000 x 2,000 x 2,000 %.1f, of %,d x %d x %d %.1f;"
                        + " scoring %.1f, which is %.0f%% and %.0f%% of these%n",
                multiply.library(),
                best,
                items,
                BLOCK,
                factors,
                same,
                scoring,
                100 * scoring / best,
                100 * scoring / same);
        EvaluationOptions all =
                EvaluationOptions.at(10, 100).withThreads(threads).withResamples(0);
        RankingTask warmUp = task(Math.min(users, 2_000), items);
        new Evaluator(all).evaluate(model(warmUp.train(), factors), warmUp);
        RankingTask task = task(users, items);
        FactorsModel model = model(task.train(), factors);
        double accuracy = measure("accuracy and auc only", all.withBeyondAccuracy(false), model, task);
        double full = measure("all metrics", all, model, task);
        System.out.printf(
                "users a second: %,.0f with all metrics, %,.0f accuracy only%n", users / full, users / accuracy);
    }

    /** Billions of operations per second of processor time of inner products alone: the median of some blocks of users. */
    private static double scoring(FloatMatrix itemFactors, FloatMatrix userFactors) {
        BlockProducts products = BlockProducts.copying(itemFactors);
        float[][] vectors = new float[BLOCK][];
        for (int j = 0; j < BLOCK; j++) {
            vectors[j] = userFactors.row(j);
        }
        float[][] scores = new float[BLOCK][itemFactors.rows()];
        double operations = 2.0 * BLOCK * itemFactors.rows() * itemFactors.columns();
        double[] rates = new double[BLOCKS];
        for (int b = -BLOCKS; b < BLOCKS; b++) {
            Clock clock = new Clock();
            products.dots(vectors, BLOCK, scores);
            if (b >= 0) {
                rates[b] = operations * 1e-9 / clock.processorSeconds();
            }
        }
        Arrays.sort(rates);
        return rates[BLOCKS / 2];
    }

    /** Evaluates some times; the median of wall seconds. */
    private static double measure(String name, EvaluationOptions options, FactorsModel model, RankingTask task) {
        int runs = Integer.getInteger("runs", 3);
        double[] wall = new double[runs];
        double[] processor = new double[runs];
        for (int r = 0; r < runs; r++) {
            Clock clock = new Clock();
            new Evaluator(options).evaluate(model, task);
            wall[r] = clock.wallSeconds();
            processor[r] = clock.processorSeconds();
        }
        Arrays.sort(wall);
        Arrays.sort(processor);
        System.out.printf(
                "%-24s wall %.1f s (%.1f - %.1f), processor %.1f s (%.1f - %.1f)%n",
                name, wall[runs / 2], wall[0], wall[runs - 1], processor[runs / 2], processor[0], processor[runs - 1]);
        return wall[runs / 2];
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
