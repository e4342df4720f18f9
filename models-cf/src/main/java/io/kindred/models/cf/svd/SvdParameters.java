package io.kindred.models.cf.svd;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of Funk's SVD. A visit to a rating goes down the gradient of
 * {@code (r - mu - b_u - b_i - p'q)^2 / 2 + regularization / 2 * (b_u^2 + b_i^2 + |p|^2 + |q|^2)}.
 *
 * @param factors embedding size
 * @param epochs how often every rating is visited
 * @param learningRate step size
 * @param regularization L2 strength
 * @param initialDeviation standard deviation of the vectors before the first visit
 */
public record SvdParameters(
        @Param(doc = "embedding size, beside the biases", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often every rating is visited", min = 1, max = 100_000, log = true)
        int epochs,

        @Param(doc = "step size", min = 1e-6, max = 1, log = true)
        double learningRate,

        @Param(doc = "L2 strength on the vectors and biases, per rating", min = 0, max = 1)
        double regularization,

        @Param(
                doc = "standard deviation of the random vectors that training starts from",
                min = 1e-6,
                max = 10,
                log = true)
        double initialDeviation) {}
