package io.kindred.benchmarks.cf;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints what training costs: ALS per iteration, by solver and with the loss it has reached, and BPR per epoch at 64, 128 and 256 factors and item-kNN as a whole, with the share of the
 * machine's measured peak that ALS's kernels reach. Arguments: files of one user a line to train on; without any, data are
 * generated. See {@code benchmarks/README.md}.
 */
public final class TrainingSpeed {
    private static final int RUNS = 3;
    private static final int ITERATIONS = 4;
    private static final int[] FACTORS = {64, 128, 256};
    private static final List<String> SOLVERS =
            List.of(System.getProperty("solvers", "auto,cholesky,block").split(","));

    private TrainingSpeed() {}

    public static void main(String[] args) throws InterruptedException {
        int threads = Integer.getInteger("threads", Runtime.getRuntime().availableProcessors());
        print(
                "JDK %s, %s %s, %d processors, %d threads",
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                threads);
        double peak = FmaPeak.gigaflops();
        print("peak of fused multiply-adds: %.0f GFLOP/s a core", peak);
        for (int d : FACTORS) {
            double longHistory = KernelSpeed.gramGigaflops(d, 128);
            double shortHistory = KernelSpeed.gramGigaflops(d, 10);
            double solve = KernelSpeed.solveGigaflops(d);
            print(
                    "factors %d: Gram of 128 rows %.0f GFLOP/s (%.0f%%), of 10 rows %.0f (%.0f%%), solve %.0f (%.0f%%)",
                    d,
                    longHistory,
                    100 * longHistory / peak,
                    shortHistory,
                    100 * shortHistory / peak,
                    solve,
                    100 * solve / peak);
        }
        for (BenchmarkData data : data(args)) {
            print(
                    "%s: %d users, %d items, %d pairs",
                    data.name(),
                    data.interactions().userCount(),
                    data.interactions().itemCount(),
                    data.interactions().size());
            for (int d : FACTORS) {
                for (String solver : SOLVERS) {
                    als(data, d, solver, threads);
                }
            }
            for (int d : FACTORS) {
                bpr(data, d, threads);
            }
            itemKnn(data, threads);
        }
    }

    private static List<BenchmarkData> data(String[] files) {
        List<BenchmarkData> data = new ArrayList<>();
        for (String file : files) {
            data.add(BenchmarkData.sequences(Path.of(file)));
        }
        if (data.isEmpty()) {
            data.add(BenchmarkData.generated(30_000, 20_000, 300_000, 1));
            data.add(BenchmarkData.generated(6_040, 3_706, 1_000_000, 2));
        }
        return data;
    }

    /** Seconds of an iteration: what more iterations cost, since a run has a beginning and an end as well. */
    private static void als(BenchmarkData data, int factors, String solver, int threads) throws InterruptedException {
        double[] wall = new double[RUNS];
        double[] processor = new double[RUNS];
        run("als", als(factors, solver, 3), data, threads);
        for (int r = 0; r < RUNS; r++) {
            Clock one = run("als", als(factors, solver, 1), data, threads);
            double oneWall = one.wallSeconds();
            double oneProcessor = one.processorSeconds();
            Clock more = run("als", als(factors, solver, 1 + ITERATIONS), data, threads);
            wall[r] = (more.wallSeconds() - oneWall) / ITERATIONS;
            processor[r] = (more.processorSeconds() - oneProcessor) / ITERATIONS;
        }
        report("als " + solver + ", " + factors + " factors, an iteration", wall, processor);
        print("  %-52s loss after %d iterations %.5f", "", 1 + ITERATIONS, loss(data, factors, solver, threads));
    }

    private static Map<String, ?> als(int factors, String solver, int epochs) {
        return Map.of("factors", factors, "epochs", epochs, "solver", solver);
    }

    private static double loss(BenchmarkData data, int factors, String solver, int threads)
            throws InterruptedException {
        double[] last = new double[1];
        EpochListener listener = (epoch, metrics, snapshot) -> {
            last[0] = metrics.get("loss");
            return EpochListener.Verdict.CONTINUE;
        };
        ModelCatalog.load()
                .trainer("als", als(factors, solver, 1 + ITERATIONS))
                .train(
                        TrainingData.of(data.interactions()),
                        TrainingContext.ofSeed(1).withThreads(threads).withListener(listener))
                .close();
        return last[0];
    }

    /** Seconds of an epoch, as for ALS, and how many positives with their negatives that is in a second. */
    private static void bpr(BenchmarkData data, int factors, int threads) throws InterruptedException {
        int epochs = 20;
        double[] wall = new double[RUNS];
        double[] processor = new double[RUNS];
        run("bpr", Map.of("factors", factors, "epochs", epochs), data, threads);
        for (int r = 0; r < RUNS; r++) {
            Clock one = run("bpr", Map.of("factors", factors, "epochs", 1), data, threads);
            double oneWall = one.wallSeconds();
            double oneProcessor = one.processorSeconds();
            Clock more = run("bpr", Map.of("factors", factors, "epochs", 1 + epochs), data, threads);
            wall[r] = (more.wallSeconds() - oneWall) / epochs;
            processor[r] = (more.processorSeconds() - oneProcessor) / epochs;
        }
        report("bpr, " + factors + " factors, an epoch", wall, processor);
        print(
                "  %-52s median %.2f million samples/s, %.2f per second of processor time",
                "",
                data.interactions().size() / wall[RUNS / 2] / 1e6,
                data.interactions().size() / processor[RUNS / 2] / 1e6);
    }

    private static void itemKnn(BenchmarkData data, int threads) throws InterruptedException {
        double[] wall = new double[RUNS];
        double[] processor = new double[RUNS];
        run("item-knn", Map.of("neighbours", 100), data, threads);
        for (int r = 0; r < RUNS; r++) {
            Clock clock = run("item-knn", Map.of("neighbours", 100), data, threads);
            wall[r] = clock.wallSeconds();
            processor[r] = clock.processorSeconds();
        }
        report("item-knn, 100 neighbours", wall, processor);
    }

    private static Clock run(String model, Map<String, ?> parameters, BenchmarkData data, int threads)
            throws InterruptedException {
        Trainer trainer = ModelCatalog.load().trainer(model, parameters);
        Clock clock = new Clock();
        trainer.train(
                        TrainingData.of(data.interactions()),
                        TrainingContext.ofSeed(1).withThreads(threads))
                .close();
        return clock;
    }

    private static void report(String what, double[] wall, double[] processor) {
        Arrays.sort(wall);
        Arrays.sort(processor);
        print(
                "  %-52s median %.3f s (%.3f to %.3f), processor %.3f s",
                what, wall[RUNS / 2], wall[0], wall[RUNS - 1], processor[RUNS / 2]);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
