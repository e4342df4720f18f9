package io.kindred.evaluation.stats;

import io.kindred.core.KindredException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for parallel work so that its errors reach the caller as if they had happened there. Stateless. */
public final class Workers {
    private Workers() {}

    /**
     * Waits for a task.
     *
     * @throws KindredException if the waiting thread was interrupted; its interrupt flag is set again
     */
    public static void join(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new KindredException("the evaluation was cancelled", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
