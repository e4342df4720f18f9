package io.kindred.evaluation.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one model of an experiment did. Immutable.
 *
 * @param name what the experiment calls it; unique in the experiment
 * @param model the provider's name, as in "als"
 * @param parameters all hyper-parameters it was tested with
 * @param trials how many settings were tried on validation; 0 where nothing was searched
 * @param searchSeconds wall time of these trials together
 * @param validation the figure of the chosen setting on validation; NaN without a search
 * @param seeds one result for each seed, in the order of the seeds
 * @param failure why there are no results, in one line; empty where there are
 */
public record ModelResult(
        String name,
        String model,
        Map<String, Object> parameters,
        int trials,
        double searchSeconds,
        double validation,
        List<SeedResult> seeds,
        String failure) {
    public ModelResult {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        seeds = List.copyOf(seeds);
    }
}
