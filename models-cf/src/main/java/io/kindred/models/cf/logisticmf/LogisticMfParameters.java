package io.kindred.models.cf.logisticmf;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of logistic matrix factorisation. With {@code s_ui = b_u + b_i + w_u'x_i} it climbs
 * {@code sum_ui ln sigmoid(s_ui) + negatives * sum_ui E_j ln sigmoid(-s_uj) - regularization / 2 * |all vectors and biases|^2}
 * over the positives (u, i), where j is an item drawn uniformly from those that u did not have.
 *
 * @param factors embedding size
 * @param epochs how often all users and all items take a step
 * @param learningRate length of the first step of every number, by AdaGrad
 * @param regularization L2 strength
 * @param negatives draws for each positive
 * @param valuesAsWeights whether values weigh the first sum
 */
public record LogisticMfParameters(
        @Param(doc = "embedding size, beside the biases", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often all users and then all items take a step", min = 1, max = 100_000, log = true)
        int epochs,

        @Param(doc = "length of the first step; AdaGrad shortens the later ones", min = 1e-6, max = 10, log = true)
        double learningRate,

        @Param(doc = "L2 strength on each vector and bias", min = 0, max = 1000)
        double regularization,

        @Param(doc = "items drawn from what a user did not have, for each interaction", min = 1, max = 1000, log = true)
        int negatives,

        @Param(
                doc = "whether an interaction counts by its value in units of the mean value (at most 10) instead of"
                        + " once, as with play counts")
        boolean valuesAsWeights) {}
