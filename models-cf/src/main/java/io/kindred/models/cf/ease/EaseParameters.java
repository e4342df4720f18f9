package io.kindred.models.cf.ease;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of EASE.
 *
 * @param regularization L2 strength, on the scale of the number of users of an item
 * @param neighbours how many weights are kept for each recommended item; 0 for all
 * @param valuesAsWeights whether the matrix X holds the interaction values instead of ones
 */
public record EaseParameters(
        @Param(doc = "L2 strength, on the scale of the number of users of an item", min = 1e-3, max = 1e7, log = true)
        double regularization,

        @Param(
                doc =
                        "how many of the largest weights, of either sign, are kept for each recommended item; 0 keeps all, in a"
                                + " dense items x items matrix",
                min = 0,
                max = 46_340)
        int neighbours,

        @Param(doc = "whether interaction values weigh the pairs; otherwise every pair weighs 1, whatever its value")
        boolean valuesAsWeights) {}
