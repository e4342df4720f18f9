package io.kindred.evaluation.search;

import io.kindred.core.model.Cancellation;
import io.kindred.core.model.EpochListener.Verdict;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.experiment.TrialRecord.State;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A setting that is being tried. Its objective alone uses it, on one thread. */
public final class Trial {
    private final Search search;
    private final int number;
    private final Map<String, Object> parameters;
    private final Cancellation cancellation = new Cancellation();
    private final SortedMap<Integer, Double> curve = new TreeMap<>();
    private int epochs;
    private boolean pruned;
    private double last = Double.NaN;

    Trial(Search search, int number, Map<String, Object> parameters) {
        this.search = search;
        this.number = number;
        this.parameters = parameters;
    }

    /** From 0; trial 0 is the defaults. */
    public int number() {
        return number;
    }

    /** All hyper-parameters as JSON values. */
    public Map<String, Object> parameters() {
        return parameters;
    }

    /** Cancelled when the search is, or when the trial takes too long. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /**
     * Says that an epoch has ended.
     *
     * @param epoch from 1
     * @return whether the value after this epoch is wanted, see {@link #report}
     */
    public boolean epoch(int epoch) {
        epochs = epoch;
        return search.settings().pruner().measures(epoch);
    }

    /**
     * Says what the value is after an epoch.
     *
     * @return STOP if the trial is pruned: training should end, and the value that the objective returns is not looked at
     */
    public Verdict report(int epoch, double value) {
        epochs = epoch;
        last = value;
        if (search.stops(this, epoch, value)) {
            pruned = true;
            return Verdict.STOP;
        }
        return Verdict.CONTINUE;
    }

    Search search() {
        return search;
    }

    SortedMap<Integer, Double> curve() {
        return curve;
    }

    boolean pruned() {
        return pruned;
    }

    /**
     * What became of it.
     *
     * @param value that the objective returned
     * @param failure one line; empty unless it failed
     */
    TrialRecord ended(double value, String failure, double seconds, double processorSeconds) {
        double figure = pruned ? last : value;
        String why =
                failure.isEmpty() && !Double.isFinite(figure) ? "the value on validation data is " + figure : failure;
        if (why.isEmpty() && !pruned && search.settings().pruner().measures(epochs)) {
            // Trials that are planned for longer are compared with this one there.
            curve.put(epochs, figure);
        }
        State state = !why.isEmpty() ? State.FAILED : pruned ? State.PRUNED : State.COMPLETE;
        return new TrialRecord(
                search.settings().name(),
                number,
                parameters,
                state == State.FAILED ? Double.NaN : figure,
                state,
                epochs,
                curve,
                seconds,
                processorSeconds,
                why);
    }
}
