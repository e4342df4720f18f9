package io.kindred.evaluation.runner;

/**
 * Lets models begin as long as what they are thought to need fits together; the first always begins, and while a model runs
 * alone nothing is refused to it. Thread-safe.
 */
final class MemoryGate {
    private final long capacity;
    private long used;
    private int inside;

    MemoryGate(long capacity) {
        this.capacity = capacity;
    }

    /** Waits until there is room, or nobody else is inside. */
    synchronized void enter(long bytes) throws InterruptedException {
        while (inside > 0 && used + bytes > capacity) {
            wait();
        }
        inside++;
        used += bytes;
    }

    synchronized void leave(long bytes) {
        inside--;
        used -= bytes;
        notifyAll();
    }
}
