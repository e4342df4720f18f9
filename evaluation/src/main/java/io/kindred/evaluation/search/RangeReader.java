package io.kindred.evaluation.search;

import io.kindred.core.KindredException;
import io.kindred.core.json.Json;
import io.kindred.core.model.ParameterSchema;
import io.kindred.core.model.ParameterSchema.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what somebody wrote about one parameter of a search space. Immutable. */
record RangeReader(String model, Parameter parameter) {
    private static final Set<String> KEYS = Set.of("from", "to", "log", "integer");
    private static final String AUTO = "auto";

    /** What was read. */
    sealed interface Read {
        record Searched(Dimension dimension) implements Read {}

        record Fixed(Object value) implements Read {}
    }

    Read read(Object json) {
        return switch (json) {
            case List<?> values -> list(values);
            case Map<?, ?> range -> new Read.Searched(range(range));
            case String text
            when text.equals(AUTO) && !parameter.choices().contains(AUTO) ->
                new Read.Searched(around("has no range around its default; name one"));
            case null -> throw wrong(null, "be a list, a range, a value or auto");
            default -> new Read.Fixed(legal(json));
        };
    }

    private Read list(List<?> given) {
        if (given.isEmpty()) {
            throw wrong(given, "have at least one value");
        }
        List<Object> values = new ArrayList<>();
        for (Object value : given) {
            Object read = legal(value);
            if (values.contains(read)) {
                throw wrong(given, "have every value once");
            }
            values.add(read);
        }
        return values.size() == 1
                ? new Read.Fixed(values.getFirst())
                : new Read.Searched(new Dimension.Options(parameter.name(), values));
    }

    private Dimension range(Map<?, ?> range) {
        if (parameter.type() != ParameterSchema.Type.INTEGER && parameter.type() != ParameterSchema.Type.NUMBER) {
            throw wrong(range, "be a list, as its values are " + parameter.legal());
        }
        if (!KEYS.containsAll(range.keySet())) {
            throw wrong(range, "have no other keys than from, to, log and integer");
        }
        Optional<Dimension> around = range.containsKey("from") && range.containsKey("to")
                ? Optional.empty()
                : Optional.of(around("has no range around its default; give both from and to"));
        Dimension.Numbers usual = (Dimension.Numbers) around.orElse(null);
        double from = range.containsKey("from") ? number(range, "from") : usual.from();
        double to = range.containsKey("to") ? number(range, "to") : usual.to();
        boolean integer = flag(range, "integer", parameter.type() == ParameterSchema.Type.INTEGER);
        boolean log = flag(range, "log", from > 0 && (usual == null ? parameter.log() : usual.log()));
        if (!integer && parameter.type() == ParameterSchema.Type.INTEGER) {
            throw wrong(range, "not have integer: false, as its values are " + parameter.legal());
        }
        if (!(from < to)) {
            throw wrong(range, "have a from below its to");
        }
        if (log && from <= 0) {
            throw wrong(range, "have a from above 0 to be logarithmic");
        }
        if (integer && (from != Math.rint(from) || to != Math.rint(to))) {
            throw wrong(range, "have whole ends");
        }
        return new Dimension.Numbers(parameter.name(), from, to, log, integer);
    }

    private Dimension around(String otherwise) {
        return DefaultRange.of(parameter)
                .orElseThrow(() -> new KindredException(
                        "model '" + model + "': parameter '" + parameter.name() + "' " + otherwise));
    }

    private double number(Map<?, ?> range, String key) {
        if (!(range.get(key) instanceof Number number)) {
            throw wrong(range, "have a number as its " + key);
        }
        legal(number);
        return number.doubleValue();
    }

    private boolean flag(Map<?, ?> range, String key, boolean otherwise) {
        return switch (range.get(key)) {
            case null -> otherwise;
            case Boolean flag -> flag;
            default -> throw wrong(range, "have true or false as its " + key);
        };
    }

    /** A legal value in the JSON form that {@code ParameterSchema.toMap} gives it. */
    private Object legal(Object value) {
        boolean legal =
                switch (parameter.type()) {
                    case INTEGER -> inBounds(value) && ((Number) value).doubleValue() % 1 == 0;
                    case NUMBER -> inBounds(value);
                    case BOOLEAN -> value instanceof Boolean;
                    case CHOICE -> parameter.choices().contains(value);
                    case TEXT -> value instanceof String;
                };
        if (!legal) {
            throw new KindredException("model '" + model + "': the search space of parameter '" + parameter.name()
                    + "' has " + Json.writeCompact(value) + ", but a value must be " + parameter.legal());
        }
        return switch (parameter.type()) {
            case INTEGER -> ((Number) value).longValue();
            case NUMBER -> ((Number) value).doubleValue();
            default -> value;
        };
    }

    private boolean inBounds(Object value) {
        return value instanceof Number number
                && number.doubleValue() >= parameter.min()
                && number.doubleValue() <= parameter.max();
    }

    private KindredException wrong(Object given, String must) {
        return new KindredException("model '" + model + "': the search space of parameter '" + parameter.name()
                + "' is " + Json.writeCompact(given) + " but must " + must
                + "; for example [1, 2, 4], or {from: 0.001, to: 1, log: true}, or auto");
    }
}
