package io.kindred.featurestore.importer;

import java.util.Locale;

/** The type of a user or item feature column. */
public enum FeatureType {
    /** A finite double. */
    NUMBER,
    /** A calendar year, 1000 to 2999. */
    YEAR,
    /** One of a set of values. */
    CATEGORY,
    /** Any number of values of a set, for instance genres or tags. */
    CATEGORIES,
    /** Free text, for instance a title or a description. */
    TEXT,
    /** A path or address of an image. It is stored as given and never opened by the import. */
    IMAGE;

    /** Lower-case name used in messages and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
