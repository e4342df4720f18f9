package io.kindred.evaluation.definition;

import io.kindred.core.KindredException;
import io.kindred.core.model.Suggestion;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes records of YAML: a component with {@link Key} is a key of its name, one without gets the line, and what a
 * record's constructor refuses is reported with its line. Types: text, numbers, booleans, enums, {@code Object} for anything,
 * {@code Map<String, Object>}, records, and lists and optionals of all these. Stateless but for the file's name.
 */
record RecordBinder(String file) {
    /**
     * The record that a mapping describes.
     *
     * @param where the key that holds it, empty at the top
     */
    <R extends Record> R bind(Class<R> type, YamlNode.Mapping mapping, String where) {
        List<String> legal = keys(type).stream().map(RecordComponent::getName).toList();
        for (String key : mapping.values().keySet()) {
            if (!legal.contains(key)) {
                throw new KindredException(at(mapping.lines().get(key)) + "unknown key '" + key + "'"
                        + (where.isEmpty() ? "" : " under '" + where + "'") + "; legal here: "
                        + String.join(", ", legal) + Suggestion.didYouMean(key, legal));
            }
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int c = 0; c < components.length; c++) {
            types[c] = components[c].getType();
            arguments[c] = argument(components[c], mapping, where);
        }
        return construct(type, types, arguments, mapping.line(), where);
    }

    /** The components of a record that are keys. */
    static List<RecordComponent> keys(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Key.class))
                .toList();
    }

    private Object argument(RecordComponent component, YamlNode.Mapping mapping, String where) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            return mapping.line();
        }
        String path = where.isEmpty() ? component.getName() : where + "." + component.getName();
        YamlNode given = mapping.values().get(component.getName());
        boolean empty = given == null || (given instanceof YamlNode.Scalar scalar && scalar.value() == null);
        if (!empty) {
            return convert(component.getGenericType(), given, path);
        }
        if (key.required()) {
            throw new KindredException(at(mapping.line())
                    + (where.isEmpty() ? "the key '" : "'" + where + "' needs the key '")
                    + component.getName()
                    + (where.isEmpty() ? "' is missing: " : "': ")
                    + key.doc());
        }
        return absent(component.getGenericType(), key, path);
    }

    private Object absent(Type type, Key key, String path) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return Optional.empty();
        }
        if (raw == Map.class) {
            return Map.of();
        }
        if (raw.isRecord()) {
            return bind(raw.asSubclass(Record.class), new YamlNode.Mapping(Map.of(), Map.of(), 1), path);
        }
        if (raw == List.class) {
            List<YamlNode> presets = new ArrayList<>();
            for (String preset :
                    key.preset().isEmpty() ? new String[0] : key.preset().split(",", -1)) {
                presets.add(preset(preset.strip()));
            }
            return convert(type, new YamlNode.Sequence(presets, 1), path);
        }
        return convert(type, preset(key.preset()), path);
    }

    private static YamlNode preset(String text) {
        Object value = text;
        if (text.matches("-?\\d+")) {
            value = Long.valueOf(text);
        } else if (text.matches("-?\\d+\\.\\d+")) {
            value = Double.valueOf(text);
        } else if (text.equals("true") || text.equals("false")) {
            value = Boolean.valueOf(text);
        }
        return new YamlNode.Scalar(value, text, 1);
    }

    private Object convert(Type type, YamlNode node, String path) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return Optional.of(convert(argumentOf(type, 0), node, path));
        }
        if (raw == Object.class) {
            return node.plain();
        }
        if (raw == List.class) {
            return list(argumentOf(type, 0), node, path);
        }
        if (raw == Map.class) {
            if (node instanceof YamlNode.Mapping mapping) {
                Map<String, Object> values = new LinkedHashMap<>();
                mapping.values().forEach((k, v) -> values.put(k, convert(argumentOf(type, 1), v, path + "." + k)));
                return values;
            }
            throw wrong(node, path, "keys with values, as in {a: 1}");
        }
        if (raw.isRecord()) {
            return record(raw.asSubclass(Record.class), node, path);
        }
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.value() == null) {
            throw wrong(node, path, words(type));
        }
        return scalar(raw, scalar, path);
    }

    private <R extends Record> R record(Class<R> type, YamlNode node, String path) {
        if (node instanceof YamlNode.Mapping mapping) {
            return bind(type, mapping, path);
        }
        for (RecordComponent component : keys(type)) {
            if (component.getAnnotation(Key.class).shorthand() && node instanceof YamlNode.Scalar) {
                Map<String, YamlNode> values = Map.of(component.getName(), node);
                Map<String, Integer> lines = Map.of(component.getName(), node.line());
                return bind(type, new YamlNode.Mapping(values, lines, node.line()), path);
            }
        }
        throw wrong(
                node,
                path,
                "keys with values; legal here: "
                        + String.join(
                                ", ",
                                keys(type).stream()
                                        .map(RecordComponent::getName)
                                        .toList()));
    }

    private List<Object> list(Type element, YamlNode node, String path) {
        List<Object> values = new ArrayList<>();
        if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode value : sequence.values()) {
                values.add(convert(element, value, path));
            }
            return values;
        }
        // One value is a list of one.
        values.add(convert(element, node, path));
        return values;
    }

    private Object scalar(Class<?> raw, YamlNode.Scalar scalar, String path) {
        Object value = scalar.value();
        if (raw == String.class) {
            return scalar.text();
        }
        if ((raw == boolean.class || raw == Boolean.class) && value instanceof Boolean) {
            return value;
        }
        if ((raw == double.class || raw == Double.class) && value instanceof Number number) {
            return number.doubleValue();
        }
        if ((raw == long.class || raw == Long.class) && value instanceof Long) {
            return value;
        }
        if ((raw == int.class || raw == Integer.class) && value instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        if (raw.isEnum()) {
            for (Object constant : raw.getEnumConstants()) {
                if (word(constant).equals(scalar.text())) {
                    return constant;
                }
            }
            List<String> words = Arrays.stream(raw.getEnumConstants())
                    .map(RecordBinder::word)
                    .toList();
            throw new KindredException(at(scalar.line()) + "'" + path + "' is '" + scalar.text()
                    + "' but must be one of " + String.join(", ", words) + Suggestion.didYouMean(scalar.text(), words));
        }
        throw wrong(scalar, path, words(raw));
    }

    private <R extends Record> R construct(
            Class<R> type, Class<?>[] types, Object[] arguments, int line, String where) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof KindredException bad) {
                throw new KindredException(
                        at(line) + (where.isEmpty() ? "" : "'" + where + "': ") + bad.getMessage(), bad);
            }
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        }
    }

    private KindredException wrong(YamlNode node, String path, String wanted) {
        return new KindredException(at(node.line()) + "'" + path + "' is " + node.kind() + " but must be " + wanted);
    }

    /** The beginning of every message. */
    String at(int line) {
        return file + " line " + line + ": ";
    }

    /** A type in words, as in "a whole number". */
    static String words(Type type) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return words(argumentOf(type, 0));
        }
        if (raw == List.class) {
            Class<?> element = raw(argumentOf(type, 0));
            return element == Object.class || element.isRecord() ? "a list" : "a list, each " + words(element);
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return "a whole number";
        }
        if (raw == double.class || raw == Double.class) {
            return "a number";
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return "true or false";
        }
        if (raw.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(raw.getEnumConstants())
                                    .map(RecordBinder::word)
                                    .toList());
        }
        return raw == String.class ? "text" : "keys with values";
    }

    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    static Type argumentOf(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
