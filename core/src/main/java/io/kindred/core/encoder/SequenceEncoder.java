package io.kindred.core.encoder;

import io.kindred.core.math.FloatMatrix;

/** Turns a sequence of items into a vector, whose inner products with item vectors score the next item. Thread-safe. */
public sealed interface SequenceEncoder permits SelfAttentionEncoder {
    /** Length of the vectors of the items put in. */
    int inputColumns();

    /** Length of the vector that comes out. */
    int outputColumns();

    /**
     * Encodes a sequence.
     *
     * @param items vectors of all items, items x {@link #inputColumns}
     * @param sequence item indices, oldest first, not empty; of longer ones than the encoder looks at the last items count
     * @param output receives the vector
     */
    void encode(FloatMatrix items, int[] sequence, float[] output);
}
