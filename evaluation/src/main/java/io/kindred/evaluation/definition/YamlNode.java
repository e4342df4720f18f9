package io.kindred.evaluation.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML document with the line it begins in. Immutable. */
sealed interface YamlNode {
    /** From 1. */
    int line();

    /** What it is, for people. */
    String kind();

    /** As a JSON value: Long, Double, Boolean, String, null, List or Map. */
    Object plain();

    /**
     * A single value.
     *
     * @param value Long, Double, Boolean, String or null
     * @param text as it was written
     */
    record Scalar(Object value, String text, int line) implements YamlNode {
        @Override
        public String kind() {
            return value == null ? "nothing" : "'" + text + "'";
        }

        @Override
        public Object plain() {
            return value;
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> values, int line) implements YamlNode {
        public Sequence {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public Object plain() {
            List<Object> plain = new ArrayList<>();
            values.forEach(value -> plain.add(value.plain()));
            return Collections.unmodifiableList(plain);
        }
    }

    /**
     * Keys and values in the order written.
     *
     * @param lines the line of each key
     */
    record Mapping(Map<String, YamlNode> values, Map<String, Integer> lines, int line) implements YamlNode {
        public Mapping {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        }

        @Override
        public String kind() {
            return "a mapping of keys to values";
        }

        @Override
        public Object plain() {
            Map<String, Object> plain = new LinkedHashMap<>();
            values.forEach((key, value) -> plain.put(key, value.plain()));
            return Collections.unmodifiableMap(plain);
        }
    }
}
