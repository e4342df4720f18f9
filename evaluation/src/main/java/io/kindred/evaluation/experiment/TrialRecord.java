package io.kindred.evaluation.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One setting that a search tried on validation data. Immutable.
 *
 * @param model what the experiment calls the model
 * @param number from 0, in the order the model's settings were drawn
 * @param parameters all hyper-parameters
 * @param value of the metric on validation data; NaN where it failed
 * @param state how it ended
 * @param epochs how many it was trained for; 0 where the model does not count them
 * @param seconds wall time of training and measuring
 * @param failure one line; empty unless it failed
 */
public record TrialRecord(
        String model,
        int number,
        Map<String, Object> parameters,
        double value,
        State state,
        int epochs,
        double seconds,
        String failure) {
    /** How a trial ended. */
    public enum State {
        COMPLETE,
        PRUNED,
        FAILED
    }

    public TrialRecord {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
