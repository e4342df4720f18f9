package io.kindred.core.model;

import java.util.Map;

/** Scores items for somebody of whom only features are known. */
public interface ColdStartCapable extends Recommender {
    /**
     * Scores every item from user features.
     *
     * @param features column name to a String, a Number, a Boolean or a List of Strings; unknown names are ignored
     * @param scores written in full: length {@code items().size()}, NaN where an item cannot be scored
     */
    void scoreFeatures(Map<String, Object> features, float[] scores);
}
