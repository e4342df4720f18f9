package io.kindred.core.arrow;

import java.util.Objects;

/**
 * A named column of a schema. Metadata of single fields is not kept when a file is read.
 *
 * @param name unique within the schema
 * @param type type of the values
 * @param nullable whether rows may be null; writing a null to a field that is not nullable fails
 */
public record ArrowField(String name, ArrowType type, boolean nullable) {
    /** Checks that nothing is null. */
    public ArrowField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /** Returns a field without nulls. */
    public static ArrowField required(String name, ArrowType type) {
        return new ArrowField(name, type, false);
    }

    /** Returns a field that may hold nulls. */
    public static ArrowField optional(String name, ArrowType type) {
        return new ArrowField(name, type, true);
    }

    @Override
    public String toString() {
        return name + ": " + type + (nullable ? "" : " not null");
    }
}
