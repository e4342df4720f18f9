package io.kindred.core.scorer;

import io.kindred.core.math.SparseMatrix;
import java.util.Arrays;

/**
 * Reads a sparse matrix of items x items.
 *
 * @param matrix row j holds what j says of each column, in any order
 */
record ItemWeights(SparseMatrix matrix) {
    /** The weight of a pair; 0 where none is stored. */
    float of(int from, int to) {
        for (int p = matrix.start(from); p < matrix.end(from); p++) {
            if (matrix.column(p) == to) {
                return matrix.value(p);
            }
        }
        return 0f;
    }

    /** The stored weights of an item with others; NaN elsewhere and for the item itself. */
    void similar(int item, float[] scores) {
        Arrays.fill(scores, Float.NaN);
        for (int p = matrix.start(item); p < matrix.end(item); p++) {
            if (matrix.column(p) != item) {
                scores[matrix.column(p)] = matrix.value(p);
            }
        }
    }
}
