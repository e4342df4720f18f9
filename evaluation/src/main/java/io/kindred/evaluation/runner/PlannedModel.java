package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.definition.ModelEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model of an experiment, checked against the models there are. Immutable.
 *
 * @param title what the experiment calls it
 * @param model the provider's name, aliases resolved
 * @param parameters all hyper-parameters without a search
 * @param deterministic whether the same seed gives the same bits
 */
public record PlannedModel(String title, String model, Map<String, Object> parameters, boolean deterministic) {
    public PlannedModel {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The models of an experiment.
     *
     * @param name of the file, for errors
     * @throws KindredException naming file and line if a model or a parameter does not exist or a value is not legal
     */
    public static List<PlannedModel> of(ExperimentFile file, ModelCatalog catalog, String name) {
        List<PlannedModel> models = new ArrayList<>();
        for (ModelEntry entry : file.models()) {
            try {
                models.add(of(entry, catalog.get(entry.model())));
            } catch (KindredException e) {
                throw new KindredException(name + " line " + entry.line() + ": " + e.getMessage(), e);
            }
        }
        return models;
    }

    private static <P extends Record> PlannedModel of(ModelEntry entry, ModelProvider<P> provider) {
        ParameterSchema<P> schema = ParameterSchema.of(provider);
        Map<String, Object> parameters = schema.toMap(schema.fromMap(entry.parameters()));
        return new PlannedModel(
                entry.title(), provider.name(), parameters, provider.card().deterministic());
    }
}
