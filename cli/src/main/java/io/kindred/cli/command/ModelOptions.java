package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.core.model.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which model with which hyper-parameters. */
public final class ModelOptions {
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

    /** The provider and its parameters, checked before any data is read. */
    Chosen choose(ModelCatalog catalog) {
        try {
            return choose(catalog.get(model), parameters);
        } catch (KindredException e) {
            throw new UsageException(e);
        }
    }

    private static <P extends Record> Chosen choose(ModelProvider<P> provider, Map<String, String> overrides) {
        ParameterSchema<P> schema = ParameterSchema.of(provider);
        P values = schema.fromMap(overrides);
        return new Chosen(provider.name(), schema.toMap(values), provider.trainer(values));
    }

    /**
     * A model ready to be trained.
     *
     * @param name the provider's name
     * @param parameters all hyper-parameters as JSON values
     * @param trainer trains with them
     */
    record Chosen(String name, Map<String, Object> parameters, Trainer trainer) {}
}
