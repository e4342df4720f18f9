package io.kindred.evaluation.search;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Divides the processor time of this process evenly among the trials that are at work in it; alone, a trial has all of it.
 * Thread-safe.
 */
final class ProcessorShare {
    private final Map<Trial, Double> atWork = new HashMap<>();
    private final LongSupplier clock;
    private long last;

    ProcessorShare() {
        this(ProcessorShare::now);
    }

    /**
     * @param clock nanoseconds of processor time
     */
    ProcessorShare(LongSupplier clock) {
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    synchronized void begin(Trial trial) {
        divide();
        atWork.put(trial, 0.0);
    }

    /** Seconds since {@link #begin}. */
    synchronized double end(Trial trial) {
        divide();
        return atWork.remove(trial);
    }

    private void divide() {
        long now = clock.getAsLong();
        double each = (now - last) * 1e-9 / Math.max(1, atWork.size());
        atWork.replaceAll((trial, seconds) -> seconds + each);
        last = now;
    }

    private static long now() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getProcessCpuTime())
                : 0;
    }
}
