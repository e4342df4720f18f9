package io.kindred.evaluation.search;

import io.kindred.core.KindredException;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.experiment.TrialRecord.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The search for the best setting of one model: which trials have ended, which are running, and which comes next. Trial 0 is
 * the defaults. With one trial at a time, everything is decided by the seed and the values of the earlier trials, so a search
 * that is given the records of an interrupted one goes on as that would have. {@link SearchRun} does the work. Thread-safe.
 */
public final class Search {
    /** A search all of whose first trials fail is given up. */
    private static final int HOPELESS = 10;

    private final SearchSettings settings;
    private final SearchSpace space;
    private final Objective objective;
    private final TreeMap<Integer, TrialRecord> ended = new TreeMap<>();
    private final TreeMap<Integer, Trial> running = new TreeMap<>();
    private boolean exhausted;

    /**
     * @param earlier trials of the same search, which are not run again
     * @throws KindredException if the earlier trials are of another search, or a grid is too large
     */
    public Search(SearchSettings settings, SearchSpace space, Objective objective, List<TrialRecord> earlier) {
        this.settings = settings;
        this.space = space;
        this.objective = objective;
        for (TrialRecord trial : earlier) {
            check(trial);
            ended.put(trial.number(), trial);
        }
        if (settings.sampler() instanceof GridSampler grid) {
            grid.size(space);
        }
    }

    /** Runs the search alone, one trial at a time; see {@link SearchRun} for more. */
    public SearchResult run() throws InterruptedException {
        return new SearchRun(List.of(this)).run().getFirst();
    }

    private void check(TrialRecord trial) {
        if (!trial.model().equals(settings.name())) {
            throw new KindredException("an earlier trial is of model '" + trial.model() + "', but the search is for '"
                    + settings.name() + "'");
        }
        boolean other = trial.number() == 0
                ? !trial.parameters().equals(space.base())
                : !trial.parameters().keySet().equals(space.base().keySet());
        if (other || ended.containsKey(trial.number())) {
            throw new KindredException("trial " + trial.number() + " of model '" + settings.name() + "' is "
                    + (other
                            ? "of a search with other settings, which this one cannot go on with"
                            : "there twice in the earlier trials"));
        }
    }

    public SearchSettings settings() {
        return settings;
    }

    public SearchSpace space() {
        return space;
    }

    Objective objective() {
        return objective;
    }

    /** The next trial, which is running from now on; empty if there is none, for now or for good. */
    synchronized Optional<Trial> begin() {
        if (exhausted || !settings.budget().allows(ended.values(), running.size()) || hopeless()) {
            return Optional.empty();
        }
        int number = 0;
        while (ended.containsKey(number) || running.containsKey(number)) {
            number++;
        }
        Optional<Map<String, Object>> setting = number == 0
                ? Optional.of(space.base())
                : settings.sampler().next(space, past(), settings.seed(), number);
        if (setting.isEmpty()) {
            exhausted = true;
            return Optional.empty();
        }
        Trial trial = new Trial(this, number, setting.get());
        running.put(number, trial);
        return Optional.of(trial);
    }

    private Past past() {
        return new Past(
                List.copyOf(ended.values()),
                running.values().stream().map(Trial::parameters).toList(),
                settings.direction());
    }

    private boolean hopeless() {
        return ended.size() >= HOPELESS && ended.values().stream().allMatch(t -> t.state() == State.FAILED);
    }

    /** Hears of a value after an epoch and decides whether the trial is to stop. */
    synchronized boolean stops(Trial trial, int epoch, double value) {
        trial.curve().put(epoch, value);
        List<Double> competing = new ArrayList<>();
        for (TrialRecord other : ended.values()) {
            Double there = other.curve().get(epoch);
            if (there != null) {
                competing.add(there);
            }
        }
        for (Trial other : running.values()) {
            Double there = other.curve().get(epoch);
            if (there != null) {
                competing.add(there);
            }
        }
        return settings.pruner().stops(value, competing, settings.direction());
    }

    /** Ends a trial. */
    synchronized void end(TrialRecord record) {
        running.remove(record.number());
        ended.put(record.number(), record);
    }

    /** Forgets a trial that was cancelled. */
    synchronized void forget(Trial trial) {
        running.remove(trial.number());
    }

    synchronized boolean begun() {
        return !ended.isEmpty() || !running.isEmpty();
    }

    synchronized int runningTrials() {
        return running.size();
    }

    /** Processor time of the trials that have ended. */
    synchronized double processorSeconds() {
        return ended.values().stream()
                .mapToDouble(TrialRecord::processorSeconds)
                .sum();
    }

    /** What was found so far. */
    public synchronized SearchResult result() {
        List<TrialRecord> trials = List.copyOf(ended.values());
        TrialRecord best = null;
        for (TrialRecord trial : trials) {
            if (trial.state() == State.COMPLETE
                    && (best == null || settings.direction().better(trial.value(), best.value()))) {
                best = trial;
            }
        }
        double wall = trials.stream().mapToDouble(TrialRecord::seconds).sum();
        return new SearchResult(
                settings.name(), trials, Optional.ofNullable(best), wall, processorSeconds(), notes(trials, wall));
    }

    private static boolean couldBePruned(TrialRecord trial) {
        return trial.state() == State.PRUNED
                || (!trial.curve().isEmpty() && trial.curve().firstKey() < trial.epochs());
    }

    private List<String> notes(List<TrialRecord> trials, double wall) {
        List<String> notes = new ArrayList<>();
        long failed = trials.stream().filter(t -> t.state() == State.FAILED).count();
        long pruned = trials.stream().filter(t -> t.state() == State.PRUNED).count();
        notes.add(String.format(
                Locale.ROOT,
                "%s: %s search of %d parameters, %d trials (%d failed, %d pruned), %.1f s, %.1f s of processor time",
                settings.name(),
                settings.sampler().name(),
                space.dimensions().size(),
                trials.size(),
                failed,
                pruned,
                wall,
                processorSeconds()));
        if (exhausted) {
            notes.add(settings.name() + ": every setting of its search space was tried");
        }
        if (hopeless()) {
            notes.add(settings.name() + ": given up, as its first " + trials.size() + " trials failed, the last with: "
                    + trials.getLast().failure());
        }
        boolean prunes = !(settings.pruner() instanceof Pruner.None);
        if (prunes && failed < trials.size() && trials.stream().noneMatch(Search::couldBePruned)) {
            boolean epochless = trials.stream().allMatch(t -> t.epochs() == 0);
            notes.add(settings.name() + ": no trial could be pruned, as "
                    + (epochless ? "the model reports no epochs" : "none was trained beyond the first rung"));
        }
        return notes;
    }
}
