package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.definition.ModelEntry;
import io.kindred.evaluation.search.Dimension;
import io.kindred.evaluation.search.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model of an experiment, checked against the models there are. Immutable.
 *
 * @param title what the experiment calls it
 * @param model the provider's name, aliases resolved
 * @param parameters all hyper-parameters without a search
 * @param space what is searched, around these parameters; empty where nothing is
 * @param deterministic whether the same seed gives the same bits
 */
public record PlannedModel(
        String title,
        String model,
        Map<String, Object> parameters,
        Optional<SearchSpace> space,
        boolean deterministic) {
    private static final String AUTO = "auto";

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
        Optional<SearchSpace> space = entry.space().map(wanted -> space(entry, provider, wanted));
        return new PlannedModel(
                entry.title(),
                provider.name(),
                parameters,
                space,
                provider.card().deterministic());
    }

    /** What a file says of the search, with the fixed parameters in it. */
    private static SearchSpace space(ModelEntry entry, ModelProvider<?> provider, Object wanted) {
        Map<String, Object> all = new LinkedHashMap<>(entry.parameters());
        switch (wanted) {
            case String text
            when text.equals(AUTO) -> {
                for (Dimension dimension : SearchSpace.of(provider).dimensions()) {
                    all.putIfAbsent(dimension.name(), AUTO);
                }
            }
            case List<?> names -> names.forEach(parameter -> search(all, entry, String.valueOf(parameter), AUTO));
            case Map<?, ?> ranges ->
                ranges.forEach((parameter, range) -> search(all, entry, String.valueOf(parameter), range));
            default ->
                throw new KindredException("the space of '" + entry.title() + "' is '" + wanted
                        + "' but must be auto, a list of parameters, or parameters with values or ranges, as in"
                        + " {factors: [16, 32, 64], learningRate: {from: 0.001, to: 0.1, log: true}}");
        }
        SearchSpace space = SearchSpace.of(provider, all);
        if (space.dimensions().isEmpty()) {
            throw new KindredException("the space of '" + entry.title() + "' leaves nothing to search; leave it out");
        }
        return space;
    }

    private static void search(Map<String, Object> all, ModelEntry entry, String parameter, Object range) {
        if (entry.parameters().containsKey(parameter)) {
            throw new KindredException("the parameter '" + parameter + "' of '" + entry.title()
                    + "' is fixed under 'parameters' and searched under 'space'; leave one of them out");
        }
        all.put(parameter, range);
    }
}
