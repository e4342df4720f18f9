package io.kindred.core.model;

/** Asks a training run to stop. Thread-safe; once cancelled it stays so. */
public final class Cancellation {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Called by trainers often enough to react within a second.
     *
     * @throws InterruptedException if this was cancelled or the thread interrupted
     */
    public void check() throws InterruptedException {
        if (cancelled || Thread.interrupted()) {
            throw new InterruptedException("training was cancelled");
        }
    }
}
