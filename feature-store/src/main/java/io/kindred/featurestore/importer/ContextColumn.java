package io.kindred.featurestore.importer;

import java.util.List;

/**
 * A column kept with each event.
 *
 * @param name the column's name
 * @param values its different values in order of first appearance
 */
public record ContextColumn(String name, List<String> values) {
    /** Copies the values. */
    public ContextColumn {
        values = List.copyOf(values);
    }
}
