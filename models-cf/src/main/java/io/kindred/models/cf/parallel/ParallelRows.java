package io.kindred.models.cf.parallel;

import io.kindred.core.model.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs the same work over blocks of rows on a fixed number of threads. Threads take blocks as they become free, so a result
 * must depend on its row alone; then it is the same at any number of threads. Every thread looks at the cancellation before
 * each block. One caller at a time; close it to end the threads.
 */
public final class ParallelRows implements AutoCloseable {
    private final int threads;
    private final Cancellation cancellation;
    private final ExecutorService executor;

    /** Work on one block of rows with the thread's own scratch memory. */
    @FunctionalInterface
    public interface BlockTask<W> {
        void run(W worker, int fromRow, int toRow);
    }

    /**
     * @param threads at least 1; with 1 the caller's own thread does the work
     */
    public ParallelRows(int threads, Cancellation cancellation) {
        this.threads = threads;
        this.cancellation = cancellation;
        this.executor = threads == 1
                ? null
                : Executors.newFixedThreadPool(
                        threads,
                        Thread.ofPlatform().daemon().name("kindred-train-", 0).factory());
    }

    /**
     * Runs a task over {@code [0, rows)} in blocks and waits for all of them.
     *
     * @param workers makes the scratch memory of one thread
     * @throws InterruptedException if the run was cancelled or the calling thread interrupted; no thread is at work any more
     */
    public <W> void forEachBlock(int rows, int blockRows, Supplier<W> workers, BlockTask<W> task)
            throws InterruptedException {
        cancellation.check();
        int blocks = Math.ceilDiv(rows, blockRows);
        if (executor == null || blocks <= 1) {
            W worker = workers.get();
            for (int b = 0; b < blocks; b++) {
                cancellation.check();
                task.run(worker, b * blockRows, Math.min(rows, (b + 1) * blockRows));
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        Runnable loop = () -> {
            W worker = workers.get();
            for (int b = next.getAndIncrement(); b < blocks; b = next.getAndIncrement()) {
                if (stop.get() || cancellation.isCancelled()) {
                    return;
                }
                task.run(worker, b * blockRows, Math.min(rows, (b + 1) * blockRows));
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < Math.min(threads, blocks); t++) {
            running.add(executor.submit(loop));
        }
        await(running, stop);
        cancellation.check();
    }

    /** Waits for every thread, whatever happens to one of them, so that none outlives the call. */
    private static void await(List<Future<?>> running, AtomicBoolean stop) throws InterruptedException {
        InterruptedException interrupted = null;
        Throwable failure = null;
        for (Future<?> thread : running) {
            boolean done = false;
            while (!done) {
                try {
                    thread.get();
                    done = true;
                } catch (InterruptedException e) {
                    interrupted = e;
                    stop.set(true);
                } catch (ExecutionException e) {
                    failure = e.getCause();
                    stop.set(true);
                    done = true;
                }
            }
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (interrupted != null) {
            throw interrupted;
        }
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.close();
        }
    }
}
