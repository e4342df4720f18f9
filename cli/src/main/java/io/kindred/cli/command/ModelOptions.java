package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.data.Weighting;
import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.core.model.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which model with which hyper-parameters. */
public final class ModelOptions {
    private static final String WEIGHTS = "valuesAsWeights";

    @Option(
            names = "--model",
            required = true,
            paramLabel = "NAME",
            description = "The model; 'kindred models list' names them all.")
    private String model;

    @Option(
            names = "--set",
            paramLabel = "PARAMETER=VALUE",
            description = "Sets a hyper-parameter; may be repeated. 'kindred models describe NAME' lists them.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    /** The provider and its parameters, checked before any data are read. */
    Chosen choose(ModelCatalog catalog, WeightOptions weights) {
        try {
            ModelProvider<?> provider = catalog.get(model);
            Weighting weighting = weights.weighting(Boolean.parseBoolean(parameters.get(WEIGHTS)));
            Map<String, String> values = new LinkedHashMap<>(parameters);
            if (weights.given().isPresent()) {
                requireWeights(provider, weights.given().get(), catalog);
                values.put(WEIGHTS, "true");
            }
            return choose(provider, values, weighting);
        } catch (KindredException e) {
            throw new UsageException(e);
        }
    }

    private void requireWeights(ModelProvider<?> provider, String option, ModelCatalog catalog) {
        if (!weighs(provider)) {
            String others = catalog.providers().stream()
                    .filter(ModelOptions::weighs)
                    .map(ModelProvider::name)
                    .collect(Collectors.joining(", "));
            throw new UsageException(option + " is for models that weigh interactions, and '" + provider.name()
                    + "' has no parameter " + WEIGHTS + "; these have: " + others);
        }
        if ("false".equalsIgnoreCase(parameters.getOrDefault(WEIGHTS, "").strip())) {
            throw new UsageException(option + " makes weights of the interactions, which --set " + WEIGHTS
                    + "=false tells the model to" + " ignore; leave one of them out");
        }
    }

    private static boolean weighs(ModelProvider<?> provider) {
        return ParameterSchema.of(provider).parameters().stream()
                .anyMatch(p -> p.name().equals(WEIGHTS) && p.type() == ParameterSchema.Type.BOOLEAN);
    }

    private static <P extends Record> Chosen choose(
            ModelProvider<P> provider, Map<String, String> overrides, Weighting weighting) {
        ParameterSchema<P> schema = ParameterSchema.of(provider);
        P values = schema.fromMap(overrides);
        return new Chosen(provider.name(), schema.toMap(values), provider.trainer(values), weighting);
    }

    /**
     * A model ready to be trained.
     *
     * @param name the provider's name
     * @param parameters all hyper-parameters as JSON values
     * @param plainTrainer trains with them
     * @param weighting what is done to the training data first
     */
    record Chosen(String name, Map<String, Object> parameters, Trainer plainTrainer, Weighting weighting) {
        /** The trainer on weighted data. */
        Trainer trainer() {
            return weighting.around(plainTrainer);
        }
    }
}
