package io.kindred.core.model;

import io.kindred.core.KindredException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The hyper-parameters of a model, derived from its record: names, types, bounds, defaults and documentation. It feeds
 * validation, the command line's help, the generated reference, the page and search spaces. Immutable and thread-safe.
 *
 * @param <P> the record
 */
public final class ParameterSchema<P extends Record> {
    private final String model;
    private final Class<P> type;
    private final P defaults;
    private final List<Parameter> parameters;

    /** The types a parameter can have. */
    public enum Type {
        INTEGER,
        NUMBER,
        BOOLEAN,
        CHOICE,
        TEXT
    }

    /**
     * One hyper-parameter.
     *
     * @param name the record component's name
     * @param type the kind of value
     * @param doc what it does
     * @param min smallest legal number, inclusive; negative infinity where unbounded
     * @param max largest legal number, inclusive; positive infinity where unbounded
     * @param log whether a search should move on a logarithmic scale
     * @param choices legal values of a {@link Type#CHOICE}, else empty
     * @param defaultValue the default as a JSON value
     */
    public record Parameter(
            String name,
            Type type,
            String doc,
            double min,
            double max,
            boolean log,
            List<String> choices,
            Object defaultValue) {
        /** The legal values in words, as in "an integer from 1 to 1024". */
        public String legal() {
            return switch (type) {
                case BOOLEAN -> "true or false";
                case CHOICE -> "one of " + String.join(", ", choices);
                case TEXT -> "text";
                case INTEGER -> "an integer" + range();
                case NUMBER -> "a number" + range();
            };
        }

        private String range() {
            boolean low = min > Double.NEGATIVE_INFINITY;
            boolean high = max < Double.POSITIVE_INFINITY;
            if (low && high) {
                return " from " + plain(min) + " to " + plain(max);
            }
            if (low) {
                return " of at least " + plain(min);
            }
            return high ? " of at most " + plain(max) : "";
        }

        private static String plain(double v) {
            return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
        }
    }

    private ParameterSchema(String model, Class<P> type, P defaults) {
        this.model = model;
        this.type = type;
        this.defaults = defaults;
        List<Parameter> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            found.add(describe(component));
        }
        this.parameters = List.copyOf(found);
    }

    /**
     * The schema of a provider's parameters.
     *
     * @throws KindredException if a component has no {@link Param}, an unsupported type, or a default out of bounds
     */
    public static <P extends Record> ParameterSchema<P> of(ModelProvider<P> provider) {
        ParameterSchema<P> schema =
                new ParameterSchema<>(provider.name(), provider.parametersType(), provider.defaults());
        schema.fromMap(schema.toMap(provider.defaults()));
        return schema;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public P defaults() {
        return defaults;
    }

    /** The values of a parameter record by name, as JSON values (Long, Double, Boolean, String), in declaration order. */
    public Map<String, Object> toMap(P values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            map.put(component.getName(), json(read(component, values)));
        }
        return map;
    }

    /**
     * The defaults with some values replaced.
     *
     * @param overrides name to a value: a JSON value of the right type, or its text
     * @throws KindredException naming the parameter and what is legal, for an unknown name, a wrong type or a value out of
     *     bounds
     */
    public P fromMap(Map<String, ?> overrides) {
        for (String key : overrides.keySet()) {
            if (parameters.stream().noneMatch(p -> p.name().equals(key))) {
                List<String> names = parameters.stream().map(Parameter::name).toList();
                throw new KindredException("model '" + model + "' has no parameter '" + key + "'; "
                        + (names.isEmpty() ? "it has none" : "available: " + String.join(", ", names))
                        + Suggestion.didYouMean(key, names));
            }
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int c = 0; c < components.length; c++) {
            Parameter parameter = parameters.get(c);
            Object given = overrides.get(parameter.name());
            types[c] = components[c].getType();
            arguments[c] = given == null ? read(components[c], defaults) : convert(parameter, types[c], given);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException bad) {
                throw new KindredException("model '" + model + "': " + bad.getMessage(), bad);
            }
            if (e.getCause() instanceof KindredException bad) {
                throw bad;
            }
            throw new IllegalStateException("the parameters of '" + model + "' cannot be constructed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the parameters of '" + model + "' cannot be constructed", e);
        }
    }

    private Parameter describe(RecordComponent component) {
        Param param = component.getAnnotation(Param.class);
        if (param == null || param.doc().isBlank()) {
            throw new KindredException(
                    "parameter '" + component.getName() + "' of model '" + model + "' has no @Param with a doc");
        }
        Class<?> raw = component.getType();
        List<String> choices = raw.isEnum()
                ? Arrays.stream(raw.getEnumConstants())
                        .map(c -> choice((Enum<?>) c))
                        .toList()
                : List.of();
        return new Parameter(
                component.getName(),
                typeOf(component),
                param.doc(),
                param.min(),
                param.max(),
                param.log(),
                choices,
                json(read(component, defaults)));
    }

    private Type typeOf(RecordComponent component) {
        Class<?> raw = component.getType();
        if (raw == int.class || raw == long.class) {
            return Type.INTEGER;
        }
        if (raw == float.class || raw == double.class) {
            return Type.NUMBER;
        }
        if (raw == boolean.class) {
            return Type.BOOLEAN;
        }
        if (raw == String.class) {
            return Type.TEXT;
        }
        if (raw.isEnum()) {
            return Type.CHOICE;
        }
        throw new KindredException("parameter '" + component.getName() + "' of model '" + model + "' has the type "
                + raw.getSimpleName() + "; parameters are int, long, float, double, boolean, String or an enum");
    }

    private Object convert(Parameter parameter, Class<?> target, Object given) {
        String text = String.valueOf(given).strip();
        try {
            return switch (parameter.type()) {
                case INTEGER -> {
                    double asNumber = Double.parseDouble(text);
                    long value = asNumber == Math.rint(asNumber) && !text.matches("[+-]?\\d+")
                            ? (long) asNumber
                            : Long.parseLong(text);
                    checkRange(parameter, (double) value, text);
                    if (target == int.class) {
                        yield Math.toIntExact(value);
                    }
                    yield value;
                }
                case NUMBER -> {
                    double value = Double.parseDouble(text);
                    checkRange(parameter, value, text);
                    if (target == float.class) {
                        yield (float) value;
                    }
                    yield value;
                }
                case BOOLEAN ->
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "true" -> true;
                        case "false" -> false;
                        default -> throw illegal(parameter, text);
                    };
                case CHOICE ->
                    Arrays.stream(target.getEnumConstants())
                            .filter(c -> choice((Enum<?>) c).equals(text.toLowerCase(Locale.ROOT)))
                            .findFirst()
                            .orElseThrow(() -> illegal(parameter, text));
                case TEXT -> text;
            };
        } catch (NumberFormatException | ArithmeticException e) {
            throw illegal(parameter, text);
        }
    }

    private void checkRange(Parameter parameter, double value, String text) {
        // Written so that NaN is refused.
        if (!(value >= parameter.min() && value <= parameter.max()) || Double.isInfinite(value)) {
            throw illegal(parameter, text);
        }
    }

    private KindredException illegal(Parameter parameter, String text) {
        return new KindredException("model '" + model + "': parameter '" + parameter.name() + "' is '" + text
                + "' but must be " + parameter.legal());
    }

    private static Object read(RecordComponent component, Record values) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read parameter " + component.getName(), e);
        }
    }

    private static Object json(Object value) {
        return switch (value) {
            case Integer i -> (long) i;
            // The shortest decimal of the float, not the digits of its widening: .05 stays .05.
            case Float f -> Double.parseDouble(Float.toString(f));
            case Enum<?> e -> choice(e);
            default -> value;
        };
    }

    private static String choice(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return model + parameters.stream().map(Parameter::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
