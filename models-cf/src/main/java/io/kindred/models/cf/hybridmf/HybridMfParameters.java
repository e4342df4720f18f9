package io.kindred.models.cf.hybridmf;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of hybrid matrix factorisation. A user's vector and bias are the weighted sums of those of the user's
 * features, the same for items; the score is {@code x_u'y_i + b_u + b_i}.
 *
 * @param factors embedding size
 * @param epochs visits to every interaction
 * @param learningRate step size of Adagrad
 * @param userRegularization L2 strength on the embeddings of user features
 * @param itemRegularization L2 strength on the embeddings of item features
 * @param loss what is minimised
 * @param maxSampled of WARP and k-OS: draws after which an interaction counts as well ranked
 * @param negatives of the logistic loss: items drawn for an interaction
 * @param orderStatistic k of k-OS
 * @param orderSample of k-OS: from how many of the user's items the k-th best is taken
 * @param userIdentities whether each user has an embedding of their own
 * @param itemIdentities whether each item has an embedding of its own
 * @param minFeatureCount how many users or items must have a category
 * @param valuesAsWeights whether the values of interactions multiply their loss
 */
public record HybridMfParameters(
        @Param(doc = "embedding size, beside the biases", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often every interaction is visited", min = 1, max = 100_000, log = true)
        int epochs,

        @Param(doc = "step size of Adagrad", min = 1e-6, max = 10, log = true)
        double learningRate,

        @Param(doc = "L2 strength on user feature embeddings, per visit", min = 0, max = 1)
        double userRegularization,

        @Param(doc = "L2 strength on item feature embeddings, per visit", min = 0, max = 1)
        double itemRegularization,

        @Param(doc = "what is minimised") Loss loss,

        @Param(
                doc = "warp and kos: items drawn in search of one that is ranked too high before an interaction is left"
                        + " alone",
                min = 1,
                max = 10_000,
                log = true)
        int maxSampled,

        @Param(doc = "logistic: items drawn for each interaction", min = 1, max = 1000, log = true)
        int negatives,

        @Param(doc = "kos: the place, from the best, of the item that is pushed up", min = 1, max = 1000)
        int orderStatistic,

        @Param(doc = "kos: how many of the user's items are drawn and ranked", min = 1, max = 1000)
        int orderSample,

        @Param(doc = "whether each user has an embedding beside those of the user's features")
        boolean userIdentities,

        @Param(doc = "whether each item has an embedding beside those of the item's features")
        boolean itemIdentities,

        @Param(doc = "a category that fewer users (or items) have is left out", min = 1, max = 1_000_000, log = true)
        int minFeatureCount,

        @Param(doc = "whether the values of interactions multiply their loss")
        boolean valuesAsWeights) {}
