package io.kindred.evaluation.search;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.core.model.ParameterSchema.Parameter;
import io.kindred.core.model.Suggestion;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The settings of a model among which a search looks for the best. Immutable.
 *
 * @param model the provider's name, for messages
 * @param base every hyper-parameter: the defaults, with the values that are fixed in their place. It is what a search tries
 *     first, and it may lie outside the dimensions
 * @param dimensions the parameters that are searched
 * @param legal whether the model takes a setting: a search leaves out combinations that it refuses, other than the base
 */
public record SearchSpace(
        String model, Map<String, Object> base, List<Dimension> dimensions, Predicate<Map<String, Object>> legal) {
    public SearchSpace {
        base = Collections.unmodifiableMap(new LinkedHashMap<>(base));
        dimensions = List.copyOf(dimensions);
    }

    /** Every parameter but text, in a range around its default ({@code docs/evaluation.md} has the rule). */
    public static SearchSpace of(ModelProvider<?> provider) {
        ParameterSchema<?> schema = ParameterSchema.of(provider);
        List<Dimension> dimensions = new ArrayList<>();
        for (Parameter parameter : schema.parameters()) {
            DefaultRange.of(parameter).ifPresent(dimensions::add);
        }
        return new SearchSpace(provider.name(), defaults(schema), dimensions, taken(provider));
    }

    /**
     * The named parameters; the others keep their defaults.
     *
     * @param wanted parameter name to
     *     <ul>
     *       <li>a list of values to choose from (with one value: that value, fixed),
     *       <li>{@code {from, to, log, integer}}, each of which may be left out: the ends and the scale are then those of the
     *           range around the default,
     *       <li>the text "auto": the range around the default,
     *       <li>any other value: that value, fixed
     *     </ul>
     * @throws KindredException naming the parameter and what is legal
     */
    public static SearchSpace of(ModelProvider<?> provider, Map<String, ?> wanted) {
        ParameterSchema<?> schema = ParameterSchema.of(provider);
        Map<String, Object> base = defaults(schema);
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : wanted.keySet()) {
            Parameter parameter = find(provider.name(), schema, name);
            switch (new RangeReader(provider.name(), parameter).read(wanted.get(name))) {
                case RangeReader.Read.Searched searched -> dimensions.add(searched.dimension());
                case RangeReader.Read.Fixed fixed -> base.put(name, fixed.value());
            }
        }
        return new SearchSpace(provider.name(), base, dimensions, taken(provider));
    }

    private static <P extends Record> Map<String, Object> defaults(ParameterSchema<P> schema) {
        return new LinkedHashMap<>(schema.toMap(schema.defaults()));
    }

    private static <P extends Record> Predicate<Map<String, Object>> taken(ModelProvider<P> provider) {
        ParameterSchema<P> schema = ParameterSchema.of(provider);
        return setting -> {
            try {
                provider.trainer(schema.fromMap(setting));
                return true;
            } catch (KindredException e) {
                return false;
            }
        };
    }

    private static Parameter find(String model, ParameterSchema<?> schema, String name) {
        List<String> names = schema.parameters().stream().map(Parameter::name).toList();
        return schema.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new KindredException("model '" + model + "' has no parameter '" + name
                        + "' to search; "
                        + (names.isEmpty() ? "it has none" : "available: " + String.join(", ", names))
                        + Suggestion.didYouMean(name, names)));
    }

    /** How many settings there are; infinite where a dimension is of real numbers. */
    public double size() {
        double size = 1;
        for (Dimension dimension : dimensions) {
            size *= dimension.size();
        }
        return size;
    }

    /** All hyper-parameters with the searched ones at some coordinates, one for each dimension. */
    Map<String, Object> at(double[] coordinates) {
        Map<String, Object> all = new LinkedHashMap<>(base);
        for (int d = 0; d < coordinates.length; d++) {
            Dimension dimension = dimensions.get(d);
            all.put(dimension.name(), dimension.value(coordinates[d]));
        }
        return all;
    }

    /** Where a setting is; empty if it lies outside the space. */
    Optional<double[]> coordinates(Map<String, Object> parameters) {
        double[] coordinates = new double[dimensions.size()];
        for (int d = 0; d < coordinates.length; d++) {
            Dimension dimension = dimensions.get(d);
            coordinates[d] = dimension.coordinate(parameters.get(dimension.name()));
            if (Double.isNaN(coordinates[d])) {
                return Optional.empty();
            }
        }
        return Optional.of(coordinates);
    }

    /** A random setting, uniform on every axis. */
    Map<String, Object> draw(SplitMix64 random) {
        Map<String, Object> all = new LinkedHashMap<>(base);
        for (Dimension dimension : dimensions) {
            all.put(dimension.name(), dimension.draw(random));
        }
        return all;
    }
}
