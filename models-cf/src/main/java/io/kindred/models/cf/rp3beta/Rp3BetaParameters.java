package io.kindred.models.cf.rp3beta;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of RP3beta.
 *
 * @param alpha power of each transition probability
 * @param beta power of an item's number of users by which its weights are divided
 * @param neighbours how many items are kept for each item
 * @param valuesAsWeights whether a step is as probable as the value of its pair
 */
public record Rp3BetaParameters(
        @Param(doc = "power to which the transition probabilities are raised; 1 is the plain walk", min = 0, max = 10)
        double alpha,

        @Param(
                doc =
                        "how strongly popular items are held back: weights are divided by the item's users to this power; 0"
                                + " is p3alpha",
                min = 0,
                max = 10)
        double beta,

        @Param(
                doc = "how many items with the largest weights are kept for each item",
                min = 1,
                max = 10_000,
                log = true)
        int neighbours,

        @Param(
                doc =
                        "whether interaction values weigh the steps of the walk; otherwise every pair weighs 1, whatever its"
                                + " value")
        boolean valuesAsWeights) {}
