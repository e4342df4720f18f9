package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import java.util.OptionalInt;

/**
 * How much runs at the same time: as many models as there are threads, each with an equal share of them, and never more than
 * there are models. What fits into memory is decided when a model is about to begin, see {@link MemoryGate}. Immutable.
 *
 * @param threads of all models together
 * @param atOnce models that are trained and measured at the same time at most
 * @param memory bytes that models may use together
 */
public record Capacity(int threads, int atOnce, long memory) {
    /** The rest of the heap is for the data and for what cannot be foreseen. */
    private static final double SHARE = 0.6;

    public Capacity {
        if (threads < 1 || atOnce < 1) {
            throw new KindredException(
                    "there must be at least one thread and one model at once, not " + threads + " and " + atOnce);
        }
    }

    /**
     * What this machine has.
     *
     * @param threads to use; empty for one on each core
     * @param atOnce models at once; empty for as many as threads
     * @param tasks how many there are to do
     */
    public static Capacity of(OptionalInt threads, OptionalInt atOnce, int tasks) {
        int all = threads.orElse(Runtime.getRuntime().availableProcessors());
        int models = Math.clamp(atOnce.orElse(all), 1, Math.max(1, tasks));
        return new Capacity(all, models, (long) (Runtime.getRuntime().maxMemory() * SHARE));
    }

    /** Threads of one model. */
    public int threadsPerModel() {
        return Math.max(1, threads / atOnce);
    }
}
