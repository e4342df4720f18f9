package io.kindred.benchmarks.results;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A setting measured on validation data. Immutable.
 *
 * @param model the provider's name
 * @param parameters the setting, all of it
 * @param seed of training
 * @param split identifies the data
 * @param metrics by name; empty where it failed
 * @param trainSeconds wall time
 * @param processorSeconds of all threads while training
 * @param failure why there are no metrics; empty where there are
 */
record Trial(
        String model,
        Map<String, Object> parameters,
        long seed,
        String split,
        Map<String, Double> metrics,
        double trainSeconds,
        double processorSeconds,
        String failure) {
    /** The figure of a metric; empty where the trial failed. */
    Optional<Double> figure(String metric) {
        return Optional.ofNullable(metrics.get(metric));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", model);
        map.put("parameters", parameters);
        map.put("seed", seed);
        map.put("split", split);
        map.put("metrics", metrics);
        map.put("trainSeconds", trainSeconds);
        map.put("processorSeconds", processorSeconds);
        map.put("failure", failure);
        return map;
    }

    static Trial of(Map<String, Object> map) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        ((Map<?, ?>) map.get("metrics"))
                .forEach((name, value) -> metrics.put((String) name, ((Number) value).doubleValue()));
        Map<String, Object> parameters = new LinkedHashMap<>();
        ((Map<?, ?>) map.get("parameters")).forEach((name, value) -> parameters.put((String) name, value));
        return new Trial(
                (String) map.get("model"),
                parameters,
                (Long) map.get("seed"),
                (String) map.get("split"),
                metrics,
                ((Number) map.get("trainSeconds")).doubleValue(),
                ((Number) map.get("processorSeconds")).doubleValue(),
                (String) map.get("failure"));
    }

    /** Whether it is the trial of this setting. */
    boolean is(String name, Map<String, Object> setting, long trainingSeed, String data) {
        return model.equals(name) && parameters.equals(setting) && seed == trainingSeed && split.equals(data);
    }
}
