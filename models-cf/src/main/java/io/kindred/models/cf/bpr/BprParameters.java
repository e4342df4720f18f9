package io.kindred.models.cf.bpr;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of BPR. A visit to a positive i of user u draws one negative j and goes down the gradient of
 * {@code -ln sigmoid(s_ui - s_uj) + regularization / 2 * (|w_u|^2 + |x_i|^2 + |x_j|^2 + b_i^2 + b_j^2)} with
 * {@code s_ui = b_i + w_u'x_i}.
 *
 * @param factors embedding size
 * @param epochs how often every positive is visited
 * @param learningRate first step size; it falls linearly over the epochs
 * @param regularization L2 strength
 * @param valuesAsWeights whether values weigh the loss of interactions
 */
public record BprParameters(
        @Param(doc = "embedding size, beside the items' bias", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often every interaction is visited", min = 1, max = 100_000, log = true)
        int epochs,

        @Param(doc = "first step size; it falls linearly over the epochs", min = 1e-6, max = 1, log = true)
        double learningRate,

        @Param(doc = "L2 strength on the vectors and biases of a pair, per visit", min = 0, max = 1)
        double regularization,

        @Param(
                doc = "whether an interaction counts by its value in units of the mean value (at most 10) instead of"
                        + " once, as with play counts")
        boolean valuesAsWeights) {}
