package io.kindred.core.model;

import io.kindred.core.math.FloatMatrix;

/** A model whose score is an inner product, so that items can be found by (approximate) nearest-neighbour search. */
public interface EmbeddingModel extends Recommender {
    /** One row per item. */
    FloatMatrix itemVectors();

    /**
     * Writes a known user's vector.
     *
     * @param target length {@code itemVectors().columns()}
     */
    void userVector(int user, float[] target);
}
