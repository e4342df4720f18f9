package io.kindred.benchmarks.cf;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainingContext;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Trains a model on a large generated catalogue and prints the time and the largest heap it took. Arguments: a model, users,
 * items, pairs and then parameters as NAME=NUMBER; without any, {@code sparse-ease 100000 100000 3000000}. See
 * {@code benchmarks/README.md}.
 */
public final class LargeCatalogue {
    private static final double MEGABYTE = 1e6;

    private LargeCatalogue() {}

    public static void main(String[] args) throws InterruptedException {
        String model = args.length > 0 ? args[0] : "sparse-ease";
        int users = number(args, 1, 100_000);
        int items = number(args, 2, 100_000);
        int pairs = number(args, 3, 3_000_000);
        Map<String, Object> parameters = new HashMap<>();
        for (int a = 4; a < args.length; a++) {
            String[] parts = args[a].split("=", 2);
            parameters.put(parts[0], Double.valueOf(parts[1]));
        }
        int threads = Integer.getInteger("threads", Runtime.getRuntime().availableProcessors());
        BenchmarkData data = BenchmarkData.generated(users, items, pairs, 1);
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        Clock clock = new Clock();
        ModelCatalog.load()
                .trainer(model, parameters)
                .train(
                        TrainingData.of(data.interactions()),
                        TrainingContext.ofSeed(1).withThreads(threads))
                .close();
        double wall = clock.wallSeconds();
        double processor = clock.processorSeconds();
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%s, %s, %d pairs, %d threads: %.0f s, %.0f s of processor time, at most %.0f MB of the %.0f MB heap used%n",
                model,
                data.name(),
                data.interactions().size(),
                threads,
                wall,
                processor,
                peak / MEGABYTE,
                Runtime.getRuntime().maxMemory() / MEGABYTE);
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at]) : otherwise;
    }
}
