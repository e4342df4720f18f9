package io.kindred.models.cf.sparseease;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of sparse EASE.
 *
 * @param regularization L2 strength, on the scale of the number of users of an item
 * @param neighbours from how many others each item is predicted
 * @param valuesAsWeights whether the matrix X holds the interaction values instead of ones
 */
public record SparseEaseParameters(
        @Param(doc = "L2 strength, on the scale of the number of users of an item", min = 1e-3, max = 1e7, log = true)
        double regularization,

        @Param(
                doc =
                        "from how many others each item is predicted; time grows with the cube, memory in proportion, and with"
                                + " all items it is EASE",
                min = 1,
                max = 5_000,
                log = true)
        int neighbours,

        @Param(doc = "whether interaction values weigh the pairs; otherwise every pair weighs 1, whatever its value")
        boolean valuesAsWeights) {}
