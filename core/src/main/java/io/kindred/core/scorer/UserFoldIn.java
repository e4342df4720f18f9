package io.kindred.core.scorer;

import io.kindred.core.math.FloatMatrix;

/** How a history becomes a user vector. Immutable and thread-safe. */
public sealed interface UserFoldIn permits ImplicitFoldIn, ProjectionFoldIn {
    /** The length of the vectors of users and items. */
    int dimension();

    /**
     * The user vector of a history.
     *
     * @param itemVectors items x d
     * @param history item indices, repeats allowed
     * @param weights as many as items, or null for all 1
     */
    float[] solve(FloatMatrix itemVectors, int[] history, float[] weights);
}
