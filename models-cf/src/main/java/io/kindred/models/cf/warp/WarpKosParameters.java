package io.kindred.models.cf.warp;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of WARP with the k-th order statistic loss: as {@link WarpParameters}, but a visit draws {@code positives}
 * of the user's items and pushes the one that scores {@code rank}-th best.
 *
 * @param factors embedding size
 * @param epochs visits, in units of the number of positives
 * @param learningRate first step size; it falls linearly over the epochs
 * @param regularization L2 strength
 * @param maxSampled draws after which a positive counts as well ranked
 * @param positives items drawn from what the user had
 * @param rank which of these is pushed, 1 for the best; at most {@code positives}
 * @param valuesAsWeights whether values weigh the loss of interactions
 */
public record WarpKosParameters(
        @Param(doc = "embedding size, beside the items' bias", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "visits, in units of the number of interactions", min = 1, max = 100_000, log = true)
        int epochs,

        @Param(doc = "first step size; it falls linearly over the epochs", min = 1e-6, max = 1, log = true)
        double learningRate,

        @Param(doc = "L2 strength on the vectors and biases of a pair, per step", min = 0, max = 10)
        double regularization,

        @Param(
                doc = "items drawn in search of one that is ranked too high before an interaction is left alone",
                min = 1,
                max = 10_000,
                log = true)
        int maxSampled,

        @Param(doc = "items drawn from what the user had at a visit", min = 1, max = 1000, log = true)
        int positives,

        @Param(
                doc = "which of the drawn items is pushed, 1 for the best scored; at most positives",
                min = 1,
                max = 1000)
        int rank,

        @Param(
                doc = "whether an interaction counts by its value in units of the mean value (at most 10) instead of"
                        + " once, as with play counts")
        boolean valuesAsWeights) {}
