package io.kindred.evaluation.search;

import io.kindred.core.KindredException;
import java.util.Optional;

/** A worker of a run: tries one setting after another and turns what happens into records. */
final class TrialThread extends Thread {
    private final SearchRun run;
    private final Object lock = new Object();
    /** Guarded by the lock; null between trials. */
    private Trial trial;

    private long begun;
    private boolean tooLong;

    TrialThread(SearchRun run, String name) {
        super(name);
        this.run = run;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            Optional<Trial> next = run.next();
            while (next.isPresent()) {
                work(next.get());
                next = run.next();
            }
        } catch (InterruptedException e) {
            // Only a stopped run interrupts between trials; there is nothing left to do.
            interrupt();
        } catch (Throwable e) {
            run.fail(e);
        }
    }

    private void work(Trial next) {
        boolean ended = false;
        try {
            synchronized (lock) {
                trial = next;
                begun = System.nanoTime();
                tooLong = false;
            }
            double value = Double.NaN;
            String failure = "";
            try {
                value = run.isStopped() ? Double.NaN : next.search().objective().measure(next);
            } catch (KindredException e) {
                failure = line(e.getMessage());
            } catch (InterruptedException e) {
                failure = "training was interrupted";
            } catch (OutOfMemoryError e) {
                failure = "not enough memory";
            } catch (RuntimeException e) {
                failure = line(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
            double wall = (System.nanoTime() - begun) * 1e-9;
            boolean late = leave();
            double processor = run.processorSeconds(next);
            if (!run.isStopped()) {
                ended = true;
                run.end(next, next.ended(value, late ? tookTooLong(next) : failure, wall, processor));
            }
        } finally {
            if (!ended) {
                run.forget(next);
            }
        }
    }

    /** Nobody interrupts this thread from here on. */
    private boolean leave() {
        synchronized (lock) {
            trial = null;
            // Clears an interrupt that came for the trial.
            boolean unused = Thread.interrupted();
            return tooLong;
        }
    }

    private static String tookTooLong(Trial trial) {
        return "took longer than " + trial.search().settings().budget().trialSeconds() + " s, the limit of a trial";
    }

    private static String line(String message) {
        return String.valueOf(message).strip().replaceAll("\\s+", " ");
    }

    void stopIfTooLong() {
        synchronized (lock) {
            if (trial != null) {
                double limit = trial.search().settings().budget().trialSeconds();
                if ((System.nanoTime() - begun) * 1e-9 > limit) {
                    tooLong = true;
                    stopTrial();
                }
            }
        }
    }

    /** Cancels the running trial, if there is one. */
    void stopTrial() {
        synchronized (lock) {
            if (trial != null) {
                trial.cancellation().cancel();
                interrupt();
            }
        }
    }
}
