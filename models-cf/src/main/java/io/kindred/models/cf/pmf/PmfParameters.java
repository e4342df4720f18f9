package io.kindred.models.cf.pmf;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of probabilistic matrix factorisation. A visit to a rating goes down the gradient of
 * {@code (r - p'q)^2 / 2 + regularization / 2 * (|p|^2 + |q|^2)}.
 *
 * @param factors embedding size
 * @param epochs how often every rating is visited
 * @param learningRate step size
 * @param regularization L2 strength
 * @param initialDeviation standard deviation of the vectors before the first visit
 */
public record PmfParameters(
        @Param(doc = "embedding size", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often every rating is visited", min = 1, max = 100_000, log = true)
        int epochs,

        @Param(doc = "step size", min = 1e-6, max = 1, log = true)
        double learningRate,

        @Param(doc = "L2 strength on the vectors, per rating", min = 0, max = 1)
        double regularization,

        @Param(
                doc = "standard deviation of the random vectors that training starts from",
                min = 1e-6,
                max = 10,
                log = true)
        double initialDeviation) {}
