package io.kindred.evaluation.runner;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watches how much memory the process uses, heap and buffers, fifty times a second. What runs at the same time is seen
 * together: a peak is that of the process while something was going on. Thread-safe.
 */
final class PeakMemory implements AutoCloseable {
    private static final long INTERVAL_MILLISECONDS = 20;

    private final Set<AtomicLong> watched = ConcurrentHashMap.newKeySet();
    private final List<BufferPoolMXBean> buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kindred-peak-memory").factory());

    PeakMemory() {
        var unused = timer.scheduleAtFixedRate(this::look, 0, INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Begins to watch; the value is the peak so far. */
    AtomicLong begin() {
        AtomicLong peak = new AtomicLong(used());
        watched.add(peak);
        return peak;
    }

    /** Ends what {@link #begin} began and returns the peak in bytes. */
    long end(AtomicLong peak) {
        watched.remove(peak);
        return Math.max(peak.get(), used());
    }

    private void look() {
        if (!watched.isEmpty()) {
            long now = used();
            watched.forEach(peak -> peak.accumulateAndGet(now, Math::max));
        }
    }

    private long used() {
        Runtime runtime = Runtime.getRuntime();
        long bytes = runtime.totalMemory() - runtime.freeMemory();
        for (BufferPoolMXBean pool : buffers) {
            bytes += Math.max(0, pool.getMemoryUsed());
        }
        return bytes;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
