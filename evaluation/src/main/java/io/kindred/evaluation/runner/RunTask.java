package io.kindred.evaluation.runner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One model to be trained and measured with one seed. Immutable.
 *
 * @param title what the experiment calls the model
 * @param model the provider's name
 * @param parameters hyper-parameters that differ from the defaults, or all
 * @param seed of split and training
 */
public record RunTask(String title, String model, Map<String, Object> parameters, long seed) {
    public RunTask {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Its folder's name, unique in a run. */
    public String id() {
        return title + "-" + seed;
    }
}
