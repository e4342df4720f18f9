package io.kindred.models.cf.nmf;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of NMF.
 *
 * @param factors embedding size
 * @param epochs how often all vectors are scaled
 * @param regularization L2 strength
 * @param biased whether the mean and biases are part of a rating
 * @param initialMaximum vectors start uniformly between 0 and this
 */
public record NmfParameters(
        @Param(doc = "embedding size", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often every rating is visited", min = 1, max = 100_000, log = true)
        int epochs,

        @Param(doc = "L2 strength on the vectors, per rating", min = 0, max = 100)
        double regularization,

        @Param(doc = "adds the mean and biases to the inner product: more accurate in training, quicker to overfit")
        boolean biased,

        @Param(
                doc = "the random vectors that training starts from lie between 0 and this",
                min = 1e-3,
                max = 100,
                log = true)
        double initialMaximum) {}
