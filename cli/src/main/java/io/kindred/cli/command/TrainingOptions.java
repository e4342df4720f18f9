package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainingContext;
import picocli.CommandLine.Option;

/** The circumstances of a training run. */
public final class TrainingOptions {
    private static final int MAX_THREADS = 1024;

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "N",
            description = "Seed of every random draw (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use (default: one per processor).")
    private Integer threads;

    @Option(
            names = "--device",
            defaultValue = "cpu",
            paramLabel = "NAME",
            description = "Where networks run: cpu or gpu:0 and so on (default: ${DEFAULT-VALUE}).")
    private String device;

    long seed() {
        return seed;
    }

    int threads() {
        int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (count < 1 || count > MAX_THREADS) {
            throw new UsageException("--threads is " + count + " but must be from 1 to " + MAX_THREADS);
        }
        return count;
    }

    /** A context with a listener. */
    TrainingContext context(EpochListener listener) {
        return TrainingContext.ofSeed(seed)
                .withThreads(threads())
                .withDevice(device)
                .withListener(listener);
    }
}
