package io.kindred.models.deep.mf;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of matrix factorisation by gradient descent. The loss of a batch is the mean over its positives and their
 * negatives of {@code -ln sigmoid(x'y_positive - x'y_negative)}, plus {@code regularization / 2} times the squared length of
 * the vectors involved, per positive.
 *
 * @param factors embedding size
 * @param epochs how often every positive is visited
 * @param learningRate Adam's step size
 * @param regularization L2 strength
 * @param batchSize positives to a step
 * @param negatives items drawn against each positive
 */
public record MfParameters(
        @Param(doc = "embedding size", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often every interaction is visited", min = 1, max = 1000)
        int epochs,

        @Param(doc = "step size of Adam", min = 1e-6, max = 1, log = true)
        double learningRate,

        @Param(doc = "L2 strength on the vectors of a batch, per interaction", min = 0, max = 10)
        double regularization,

        @Param(doc = "interactions to a gradient step", min = 1, max = 1_000_000, log = true)
        int batchSize,

        @Param(doc = "items without interaction drawn against each one with", min = 1, max = 256, log = true)
        int negatives) {}
