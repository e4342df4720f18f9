package io.kindred.evaluation.definition;

import io.kindred.core.KindredException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model of an experiment. Immutable.
 *
 * @param model the provider's name
 * @param name what the experiment calls it; empty for the provider's name
 * @param parameters hyper-parameters that are fixed
 * @param space hyper-parameters that are searched; empty for none
 * @param line of the file
 */
public record ModelEntry(
        @Key(
                doc = "the model; 'kindred models list' names them all",
                required = true,
                shorthand = true,
                legal = "the name of a model")
        String model,

        @Key(
                doc = "what this entry is called in tables and folders; two entries of one model need different names."
                        + " By default the model's name",
                legal = "letters, digits, dots, hyphens and underscores")
        Optional<String> name,

        @Key(
                doc = "hyper-parameters that are fixed; the others keep their defaults. 'kindred models describe NAME'"
                        + " lists them",
                legal = "parameters with values")
        Map<String, Object> parameters,

        @Key(
                doc = "hyper-parameters that are searched on validation: auto for all that the model says a range of, a"
                        + " list of their names, or each with its values or range",
                legal =
                        "auto, [factors, epochs], or {factors: [16, 32, 64], learningRate: {from: 0.001, to: 0.1, log: true}}")
        Optional<Object> space,

        int line) {
    public ModelEntry {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        name.ifPresent(given -> {
            if (!given.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
                throw new KindredException("the name '" + given
                        + "' must begin with a letter or digit and go on with letters, digits, dots, hyphens and"
                        + " underscores, 64 at most");
            }
        });
    }

    /** What the experiment calls it. */
    public String title() {
        return name.orElse(model);
    }
}
