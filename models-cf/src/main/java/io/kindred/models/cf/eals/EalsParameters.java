package io.kindred.models.cf.eals;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of eALS. The objective is
 * {@code sum over observed pairs of weight (1 - x'y)^2 + sum over the other pairs of c_i (x'y)^2 + sum over users and items of regularization * (n + m)^frequencyExponent * |x|^2},
 * where {@code c_i = unobservedWeight * items * f_i^popularityExponent / sum_j f_j^popularityExponent}, f_i is how many users
 * had item i, n how many pairs the row has and m the weight of all pairs of the row if none were observed.
 *
 * @param factors embedding size
 * @param epochs how often users and items are both swept
 * @param regularization L2 strength
 * @param unobservedWeight mean of the items' weights of a missing pair; the paper's c0 is this times the number of items
 * @param popularityExponent how much a popular item's missing pairs weigh more; the paper's alpha
 * @param frequencyExponent how much stronger rows with many pairs are regularised; 0 is plain L2, as in the paper
 * @param valuesAsWeights whether interaction values weigh the pairs
 */
public record EalsParameters(
        @Param(doc = "embedding size", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often the components of all user and then all item vectors are swept", min = 1, max = 1000)
        int epochs,

        @Param(doc = "L2 strength; its scale depends on frequencyExponent", min = 1e-7, max = 1e6, log = true)
        double regularization,

        @Param(
                doc = "mean confidence that a pair without interaction is a negative; one with interaction has 1",
                min = 1e-6,
                max = 10,
                log = true)
        double unobservedWeight,

        @Param(
                doc = "missing pairs weigh in proportion to the item's number of users to this power; 0 is uniform",
                min = 0,
                max = 2)
        double popularityExponent,

        @Param(
                doc = "regularisation grows with the number of interactions of a row to this power; 0 is plain L2",
                min = 0,
                max = 2)
        double frequencyExponent,

        @Param(doc = "whether interaction values weigh the pairs; otherwise every pair weighs 1, whatever its value")
        boolean valuesAsWeights) {}
