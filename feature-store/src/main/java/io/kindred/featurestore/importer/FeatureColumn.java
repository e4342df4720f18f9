package io.kindred.featurestore.importer;

import java.util.Objects;

/**
 * A feature column of users or items.
 *
 * @param side what the column describes
 * @param name the column's name as in the source, unique within its side
 * @param type the inferred type of all its values
 * @param source the name of the file it came from
 */
public record FeatureColumn(Side side, String name, FeatureType type, String source) {
    /** Checks that no component is null. */
    public FeatureColumn {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
    }
}
