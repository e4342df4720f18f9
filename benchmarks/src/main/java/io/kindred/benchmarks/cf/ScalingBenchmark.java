package io.kindred.benchmarks.cf;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints how the cost of training grows with the data: ALS, BPR and item-kNN on generated interactions, 50 a user and 250 an
 * item. Arguments: millions of interactions, by default 0.1, 1, 10 and 25. See {@code benchmarks/README.md}.
 */
public final class ScalingBenchmark {
    private static final double[] MILLIONS = {0.1, 1, 10, 25};
    private static final int PER_USER = 50;
    private static final int PER_ITEM = 250;

    /**
     * A model to train.
     *
     * @param most millions of interactions it is tried on
     */
    private record Case(String model, Map<String, ?> parameters, double most) {}

    private static final List<Case> CASES = List.of(
            new Case("als", Map.of("factors", 64, "epochs", 3), 1e3),
            new Case("bpr", Map.of("factors", 64, "epochs", 3), 10),
            new Case("item-knn", Map.of("neighbours", 100), 10));

    private ScalingBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        int threads = Integer.getInteger("threads", Runtime.getRuntime().availableProcessors());
        List<String> models =
                List.of(System.getProperty("models", "als,bpr,item-knn").split(","));
        double[] sizes = args.length == 0
                ? MILLIONS
                : Arrays.stream(args).mapToDouble(Double::parseDouble).toArray();
        print(
                "JDK %s, %s %s, %d processors, %d threads, heap of at most %d MiB",
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                threads,
                Runtime.getRuntime().maxMemory() >> 20);
        warmUp(models, threads);
        for (double millions : sizes) {
            int pairs = (int) Math.round(millions * 1e6);
            Clock generation = new Clock();
            BenchmarkData data =
                    BenchmarkData.generated(Math.max(100, pairs / PER_USER), Math.max(100, pairs / PER_ITEM), pairs, 1);
            print(
                    "%s: %d interactions, generated in %.1f s",
                    data.name(), data.interactions().size(), generation.wallSeconds());
            for (Case model : CASES) {
                if (models.contains(model.model()) && millions <= model.most()) {
                    measure(model, data, threads);
                }
            }
        }
    }

    private static void warmUp(List<String> models, int threads) throws InterruptedException {
        BenchmarkData small = BenchmarkData.generated(2_000, 400, 100_000, 2);
        for (Case model : CASES) {
            if (models.contains(model.model())) {
                train(model, small, threads);
                train(model, small, threads);
            }
        }
    }

    private static void measure(Case model, BenchmarkData data, int threads) throws InterruptedException {
        System.gc();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Clock clock = train(model, data, threads);
        double wall = clock.wallSeconds();
        double processor = clock.processorSeconds();
        long peak = 0;
        for (MemoryPoolMXBean pool : heapPools()) {
            peak += pool.getPeakUsage().getUsed();
        }
        print(
                "  %-8s %s: %.2f s, processor %.2f s, %.2f microseconds of it an interaction; heap at most %d MiB",
                model.model(),
                model.parameters(),
                wall,
                processor,
                processor / data.interactions().size() * 1e6,
                peak >> 20);
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static Clock train(Case model, BenchmarkData data, int threads) throws InterruptedException {
        Trainer trainer = ModelCatalog.load().trainer(model.model(), model.parameters());
        Clock clock = new Clock();
        trainer.train(
                        TrainingData.of(data.interactions()),
                        TrainingContext.ofSeed(1).withThreads(threads))
                .close();
        return clock;
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
