package io.kindred.core.arrow;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The fields of a file and its free key-value metadata. Immutable.
 *
 * @param fields at most 1,024 fields with different names, nested at most 8 levels deep
 * @param metadata free text, in order; together with all names at most 16 Mi characters
 */
public record ArrowSchema(List<ArrowField> fields, Map<String, String> metadata) {
    /** Copies both and checks the limits. */
    public ArrowSchema {
        fields = List.copyOf(fields);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        if (fields.size() > Limits.FIELDS) {
            throw new IllegalArgumentException(fields.size() + " fields; at most " + Limits.FIELDS + " are supported");
        }
        Set<String> names = new HashSet<>();
        long text = 0;
        for (ArrowField field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("two fields are called '" + field.name() + "'");
            }
            if (field.type().depth() > Limits.DEPTH) {
                throw new IllegalArgumentException(
                        "field '" + field.name() + "' is nested deeper than " + Limits.DEPTH + " levels");
            }
            text += field.name().length();
        }
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            Objects.requireNonNull(entry.getKey(), "metadata key");
            Objects.requireNonNull(entry.getValue(), "metadata value");
            text += Limits.ENTRY_COST
                    + entry.getKey().length()
                    + entry.getValue().length();
        }
        if (text > Limits.SCHEMA_TEXT) {
            throw new IllegalArgumentException("names and metadata have " + text + " characters; at most "
                    + Limits.SCHEMA_TEXT + " are supported");
        }
    }

    /** Returns a schema without metadata. */
    public static ArrowSchema of(ArrowField... fields) {
        return new ArrowSchema(List.of(fields), Map.of());
    }

    /** Returns the same fields with other metadata. */
    public ArrowSchema withMetadata(Map<String, String> other) {
        return new ArrowSchema(fields, other);
    }

    /** Returns the position of the field with this name, or -1 when there is none. */
    public int indexOf(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the names of all fields in order. */
    public List<String> names() {
        return fields.stream().map(ArrowField::name).toList();
    }
}
