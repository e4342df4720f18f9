package io.kindred.models.cf.slim;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of SLIM. For every item i, {@code |x_i - X w|^2 / 2 + l2 * |w|^2 / 2 + l1 * sum |w_j|} is minimised.
 *
 * @param l1 L1 strength, which makes weights zero
 * @param l2 L2 strength
 * @param nonNegative whether weights must not be negative
 * @param candidates from how many others each item may be predicted
 * @param epochs how often all weights of an item are visited at most
 * @param valuesAsWeights whether the matrix X holds the interaction values instead of ones
 */
public record SlimParameters(
        @Param(
                doc = "L1 strength, on the scale of the number of users of an item; the larger, the fewer weights",
                min = 0,
                max = 1e6)
        double l1,

        @Param(doc = "L2 strength, on the scale of the number of users of an item", min = 1e-3, max = 1e7, log = true)
        double l2,

        @Param(doc = "whether weights must not be negative, as in the paper")
        boolean nonNegative,

        @Param(
                doc =
                        "how many items that tell most about an item may be among those it is predicted from; memory of each"
                                + " thread grows with the square",
                min = 1,
                max = 5_000,
                log = true)
        int candidates,

        @Param(doc = "how often all weights of an item are visited at most", min = 1, max = 10_000)
        int epochs,

        @Param(doc = "whether interaction values weigh the pairs; otherwise every pair weighs 1, whatever its value")
        boolean valuesAsWeights) {}
