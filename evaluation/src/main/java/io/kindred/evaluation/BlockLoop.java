package io.kindred.evaluation;

import io.kindred.core.KindredException;
import io.kindred.evaluation.stats.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Hands out blocks of rows to threads until all are done or one fails. Used once, by one caller. */
final class BlockLoop {
    /** What a thread does with the rows {@code [from, to)}. */
    @FunctionalInterface
    interface Work {
        void rows(int from, int to);
    }

    private final int rows;
    private final int block;
    private final EvaluationProgress progress;
    private final AtomicInteger next = new AtomicInteger();
    private int done;

    BlockLoop(int rows, int block, EvaluationProgress progress) {
        this.rows = rows;
        this.block = block;
        this.progress = progress;
    }

    /**
     * Runs to the end.
     *
     * @param perThread makes each thread's work, which is then used by that thread alone
     */
    void run(int threads, Supplier<Work> perThread) {
        int useful = Math.clamp((rows + block - 1) / block, 1, threads);
        if (useful == 1) {
            loop(perThread.get());
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(useful)) {
            List<Future<?>> running = new ArrayList<>(useful);
            for (int t = 0; t < useful; t++) {
                Work work = perThread.get();
                running.add(pool.submit(() -> loop(work)));
            }
            for (Future<?> task : running) {
                Workers.join(task);
            }
        }
    }

    private void loop(Work work) {
        try {
            while (true) {
                int from = next.getAndAdd(block);
                if (from >= rows || from < 0) {
                    return;
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new KindredException("the evaluation was cancelled");
                }
                int to = Math.min(rows, from + block);
                work.rows(from, to);
                report(to - from);
            }
        } catch (RuntimeException | Error e) {
            // The other threads need not finish what will be thrown away.
            next.set(rows);
            throw e;
        }
    }

    private synchronized void report(int count) {
        done += count;
        progress.users(done, rows);
    }
}
