package io.kindred.benchmarks.results;

import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model that takes part in a study. Immutable.
 *
 * @param name what it is called in the tables
 * @param model the provider's name
 * @param trials how many settings are tried
 * @param space the parameters that are searched; a list of one value fixes one
 */
record Contestant(String name, String model, int trials, Map<String, Range> space) {
    Contestant {
        space = Collections.unmodifiableMap(new LinkedHashMap<>(space));
    }

    /**
     * The setting of a trial. Trial 0 is the model's defaults with the fixed parameters; any other depends on the seed and its
     * number alone, so that a search can be broken off and gone on with, or made longer.
     *
     * @return all hyper-parameters as JSON values
     * @throws io.kindred.core.KindredException if the model or a parameter does not exist, or a value is not legal
     */
    Map<String, Object> setting(ModelCatalog catalog, long seed, int trial) {
        Map<String, Object> drawn = new LinkedHashMap<>();
        SplitMix64 random = SplitMix64.stream(seed, trial);
        space.forEach((parameter, range) -> {
            Object value = range.draw(random);
            boolean fixed =
                    range instanceof Range.Options options && options.values().size() == 1;
            if (trial > 0 || fixed) {
                drawn.put(parameter, value);
            }
        });
        return complete(catalog.get(model), drawn);
    }

    private static <P extends Record> Map<String, Object> complete(ModelProvider<P> provider, Map<String, ?> given) {
        ParameterSchema<P> schema = ParameterSchema.of(provider);
        return schema.toMap(schema.fromMap(given));
    }
}
