package io.kindred.featurestore.importer;

import java.util.List;

/** One present value of a {@link FeatureColumn}; a missing value is never handed to a sink. */
public sealed interface FeatureValue {
    /**
     * A value of a {@link FeatureType#NUMBER} or {@link FeatureType#YEAR} column.
     *
     * @param value finite
     */
    record Numeric(double value) implements FeatureValue {}

    /**
     * A value of a {@link FeatureType#CATEGORY}, {@link FeatureType#TEXT} or {@link FeatureType#IMAGE} column.
     *
     * @param value never empty
     */
    record Text(String value) implements FeatureValue {}

    /**
     * A value of a {@link FeatureType#CATEGORIES} column.
     *
     * @param values at least one, none empty, without repeats, in the order of the source
     */
    record Categories(List<String> values) implements FeatureValue {
        /** Copies the list. */
        public Categories {
            values = List.copyOf(values);
        }
    }
}
