package io.kindred.core.model;

/** Says how similar the other items are to one item. */
public interface SimilarItems extends Recommender {
    /**
     * Scores every item by its similarity to one.
     *
     * @param item index in {@code items()}
     * @param scores written in full: length {@code items().size()}; NaN for the item itself and for items without a similarity
     */
    void scoreSimilar(int item, float[] scores);
}
