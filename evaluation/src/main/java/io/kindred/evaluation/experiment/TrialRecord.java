package io.kindred.evaluation.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One setting that a search tried on validation data. Immutable.
 *
 * @param model what the experiment calls the model
 * @param number from 0, in the order the model's settings were drawn
 * @param parameters all hyper-parameters
 * @param value of the metric on validation data; of a pruned trial, where it was stopped; NaN where it failed
 * @param state how it ended
 * @param epochs how many it was trained for; 0 where the model does not count them
 * @param curve the value on validation data after some of the epochs, by epoch; what pruning is decided by, so a search that
 *     is continued needs it; empty without pruning
 * @param seconds wall time of training and measuring
 * @param processorSeconds processor time of training and measuring
 * @param failure one line; empty unless it failed
 */
public record TrialRecord(
        String model,
        int number,
        Map<String, Object> parameters,
        double value,
        State state,
        int epochs,
        SortedMap<Integer, Double> curve,
        double seconds,
        double processorSeconds,
        String failure) {
    /** How a trial ended. */
    public enum State {
        COMPLETE,
        PRUNED,
        FAILED
    }

    public TrialRecord {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        curve = Collections.unmodifiableSortedMap(new TreeMap<>(curve));
    }
}
