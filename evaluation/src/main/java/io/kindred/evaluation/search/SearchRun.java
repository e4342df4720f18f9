package io.kindred.evaluation.search;

import io.kindred.core.model.Cancellation;
import io.kindred.evaluation.experiment.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the trials of one or several searches. The next trial goes to the search with the fewest running ones and, of these, the
 * one that has used the least processor time, so that however early a run ends every model has had about the same. A run that
 * was cancelled leaves its searches with the trials that had ended. Not thread-safe; run once.
 */
public final class SearchRun {
    private static final long TICK_MILLIS = 50;

    private final List<Search> searches;
    private final int workers;
    private final int trialsAtOnce;
    private final double seconds;
    private final Cancellation cancellation;
    private final Consumer<TrialRecord> listener;

    private final ProcessorShare processor = new ProcessorShare();
    private final Object turn = new Object();
    private final List<TrialThread> threads = new ArrayList<>();
    private volatile boolean stopped;
    private Throwable broken;
    private long start;

    private SearchRun(
            List<Search> searches,
            int workers,
            int trialsAtOnce,
            double seconds,
            Cancellation cancellation,
            Consumer<TrialRecord> listener) {
        this.searches = List.copyOf(searches);
        this.workers = workers;
        this.trialsAtOnce = trialsAtOnce;
        this.seconds = seconds;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** One worker, no limit of time, no listener. */
    public SearchRun(List<Search> searches) {
        this(searches, 1, 1, Double.POSITIVE_INFINITY, new Cancellation(), trial -> {});
    }

    /**
     * @param count how many trials run at once, at least 1
     * @param ofOneSearch how many of them may be of the same search, at least 1; with 1 every search has the same trials
     *     however many workers there are
     */
    public SearchRun withWorkers(int count, int ofOneSearch) {
        if (count < 1 || ofOneSearch < 1) {
            throw new IllegalArgumentException(count + " workers, " + ofOneSearch + " of one search");
        }
        return new SearchRun(searches, count, ofOneSearch, seconds, cancellation, listener);
    }

    /** No trial is begun after so many seconds of this run, except the first of each search. */
    public SearchRun withSeconds(double limit) {
        return new SearchRun(searches, workers, trialsAtOnce, limit, cancellation, listener);
    }

    /** Stops the run within a second. */
    public SearchRun withCancellation(Cancellation other) {
        return new SearchRun(searches, workers, trialsAtOnce, seconds, other, listener);
    }

    /** Hears of each trial as it ends, one at a time; what it throws ends the run. */
    public SearchRun withListener(Consumer<TrialRecord> other) {
        return new SearchRun(searches, workers, trialsAtOnce, seconds, cancellation, other);
    }

    /**
     * Runs until every budget is spent.
     *
     * @return a result for each search, in their order
     * @throws InterruptedException if cancelled or interrupted; the trials that had ended stay with the searches
     */
    public List<SearchResult> run() throws InterruptedException {
        start = System.nanoTime();
        for (int w = 0; w < workers; w++) {
            threads.add(new TrialThread(this, "search-" + w));
        }
        threads.forEach(Thread::start);
        try {
            watch();
        } finally {
            stop();
        }
        rethrow();
        if (cancellation.isCancelled()) {
            throw new InterruptedException("the search was cancelled");
        }
        return searches.stream().map(Search::result).toList();
    }

    /** Waits for the workers; stops trials that take too long, and all when the run is cancelled. */
    private void watch() throws InterruptedException {
        for (TrialThread thread : threads) {
            while (!thread.join(java.time.Duration.ofMillis(TICK_MILLIS))) {
                if (cancellation.isCancelled()) {
                    return;
                }
                threads.forEach(TrialThread::stopIfTooLong);
            }
        }
    }

    private void stop() throws InterruptedException {
        stopped = true;
        synchronized (turn) {
            turn.notifyAll();
        }
        for (TrialThread thread : threads) {
            thread.stopTrial();
        }
        for (TrialThread thread : threads) {
            thread.join();
        }
    }

    private void rethrow() {
        switch (broken) {
            case null -> {}
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> throw new IllegalStateException(broken);
        }
    }

    /** The next trial; waits while one may still come. Empty when the run is over. */
    Optional<Trial> next() throws InterruptedException {
        synchronized (turn) {
            while (!stopped) {
                Optional<Trial> trial = begin();
                if (trial.isPresent()) {
                    processor.begin(trial.get());
                    return trial;
                }
                if (searches.stream().allMatch(s -> s.runningTrials() == 0)) {
                    return Optional.empty();
                }
                turn.wait();
            }
            return Optional.empty();
        }
    }

    private Optional<Trial> begin() {
        boolean over = (System.nanoTime() - start) * 1e-9 >= seconds;
        List<Search> waiting = new ArrayList<>();
        for (Search search : searches) {
            if (search.runningTrials() < trialsAtOnce && !(over && search.begun())) {
                waiting.add(search);
            }
        }
        waiting.sort(
                java.util.Comparator.comparingInt(Search::runningTrials).thenComparingDouble(Search::processorSeconds));
        for (Search search : waiting) {
            Optional<Trial> trial = search.begin();
            if (trial.isPresent()) {
                return trial;
            }
        }
        return Optional.empty();
    }

    /** Seconds of processor time of a trial that has ended. */
    double processorSeconds(Trial trial) {
        return processor.end(trial);
    }

    /** Ends a trial; the listener hears of it before another is begun in its place. */
    void end(Trial trial, TrialRecord record) {
        synchronized (turn) {
            trial.search().end(record);
            listener.accept(record);
            turn.notifyAll();
        }
    }

    /** Forgets a trial that was stopped with the run. */
    void forget(Trial trial) {
        synchronized (turn) {
            trial.search().forget(trial);
            turn.notifyAll();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /** Ends the run with an error. */
    void fail(Throwable failure) {
        synchronized (turn) {
            if (broken == null) {
                broken = failure;
            }
            stopped = true;
            turn.notifyAll();
        }
        threads.forEach(TrialThread::stopTrial);
    }
}
