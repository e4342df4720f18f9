package io.kindred.benchmarks.cf;

import java.lang.management.ManagementFactory;

/** Wall time, and processor time, which other programs on the machine disturb less. */
public final class Clock {
    private final long wallStart = System.nanoTime();
    private final long processStart = processNanos();

    /** Processor time of the calling thread in nanoseconds. */
    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Seconds since construction. */
    public double wallSeconds() {
        return (System.nanoTime() - wallStart) / 1e9;
    }

    /** Processor seconds of all threads of this JVM since construction. */
    public double processorSeconds() {
        return (processNanos() - processStart) / 1e9;
    }

    private static long processNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
