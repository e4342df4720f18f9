package io.kindred.models.cf.baseline;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of the baseline.
 *
 * @param method how biases are found
 * @param epochs passes over the ratings
 * @param userRegularization ALS: as many ratings at the mean are added to a user's
 * @param itemRegularization ALS: as many ratings at the mean are added to an item's
 * @param learningRate SGD: step size
 * @param regularization SGD: L2 strength
 */
public record BaselineParameters(
        @Param(doc = "alternating least squares or stochastic gradient descent")
        BaselineMethod method,

        @Param(doc = "passes over the ratings", min = 1, max = 100_000, log = true)
        int epochs,

        @Param(
                doc = "als: added to a user's number of ratings, so that few ratings make a small bias",
                min = 0,
                max = 1_000_000)
        double userRegularization,

        @Param(
                doc = "als: added to an item's number of ratings, so that few ratings make a small bias",
                min = 0,
                max = 1_000_000)
        double itemRegularization,

        @Param(doc = "sgd: step size", min = 1e-6, max = 1, log = true)
        double learningRate,

        @Param(doc = "sgd: L2 strength on the biases, per rating", min = 0, max = 1)
        double regularization) {}
