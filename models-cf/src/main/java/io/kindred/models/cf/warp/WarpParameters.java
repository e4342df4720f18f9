package io.kindred.models.cf.warp;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of WARP. A visit to a positive i of user u draws up to {@code maxSampled} items until the t-th is a negative
 * j with {@code s_uj > s_ui - 1}; then it goes down the gradient of
 * {@code H((items - 1) / t) * (1 - s_ui + s_uj) + regularization / 2 * (|w_u|^2 + |x_i|^2 + |x_j|^2 + b_i^2 + b_j^2)}, where
 * {@code H(k) = 1 + 1/2 + ... + 1/k} and {@code s_ui = b_i + w_u'x_i}.
 *
 * @param factors embedding size
 * @param epochs how often every positive is visited
 * @param learningRate first step size; it falls linearly over the epochs
 * @param regularization L2 strength
 * @param maxSampled draws after which a positive counts as well ranked
 * @param valuesAsWeights whether values weigh the loss of interactions
 */
public record WarpParameters(
        @Param(doc = "embedding size, beside the items' bias", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often every interaction is visited", min = 1, max = 100_000, log = true)
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

        @Param(
                doc = "whether an interaction counts by its value in units of the mean value (at most 10) instead of"
                        + " once, as with play counts")
        boolean valuesAsWeights) {}
