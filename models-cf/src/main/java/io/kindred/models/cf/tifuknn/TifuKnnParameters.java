package io.kindred.models.cf.tifuknn;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of TIFU-kNN, in the paper's letters: k, m, r_b, r_g and alpha.
 *
 * @param neighbours how many users are asked, k
 * @param groups into how many groups a user's baskets are divided, m
 * @param withinDecay what a basket counts relative to the next one of its group, r_b
 * @param groupDecay what a group counts relative to the next one, r_g
 * @param alpha the weight of the user's own frequencies
 * @param valuesAsWeights whether an item counts its value in a basket
 */
public record TifuKnnParameters(
        @Param(doc = "how many of the nearest users are asked", min = 1, max = 10_000, log = true)
        int neighbours,

        @Param(doc = "into how many groups of about equal size a user's baskets are divided", min = 1, max = 1000)
        int groups,

        @Param(doc = "what a basket counts relative to the next one of its group", min = 0, max = 1)
        double withinDecay,

        @Param(doc = "what a group of baskets counts relative to the next group", min = 0, max = 1)
        double groupDecay,

        @Param(doc = "weight of the user's own frequencies; the rest is the neighbours'", min = 0, max = 1)
        double alpha,

        @Param(doc = "whether an item counts its value (a quantity) in a basket; otherwise it counts 1")
        boolean valuesAsWeights) {}
