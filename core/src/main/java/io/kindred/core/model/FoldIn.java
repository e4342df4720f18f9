package io.kindred.core.model;

/** Scores items for a user who was not in training, from a history of items. */
public interface FoldIn extends Recommender {
    /**
     * Scores every item for a history.
     *
     * @param items indices in {@code items()}, oldest first, not empty; repeats allowed
     * @param weights as many as items (1 for a plain interaction), or null for all 1; a {@link RatingPredictor} reads
     *     them as ratings, and null as the top of its scale: a history without ratings is one of things liked
     * @param scores written in full: length {@code items().size()}, NaN where an item cannot be scored
     */
    void scoreHistory(int[] items, float[] weights, float[] scores);
}
