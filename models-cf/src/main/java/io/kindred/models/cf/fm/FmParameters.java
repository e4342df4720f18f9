package io.kindred.models.cf.fm;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of the factorisation machine
 * {@code y(x) = w_0 + sum_j w_j x_j + sum_(j<k) v_j'v_k x_j x_k}, where x holds the user, the item and the features of both. The
 * gradient solvers add {@code regularization / 2} times the squares of the weights and vectors that a visit touches to its loss;
 * ALS adds {@code regularization} times those of all of them to the sum of squared errors, times the mean number of ratings of
 * a user, or of an item for those of items. So the strength means about the same for all, but a feature that many share is
 * cheap in ALS.
 *
 * <p>The defaults suit ranking. Squared errors want more strength: for ALS set {@code regularization=0.2, epochs=20}, and
 * about {@code regularization=1} where users and items have many features, which share what holds a vector back.
 *
 * @param factors length of the vectors
 * @param epochs visits to every interaction
 * @param learningRate first step size of SGD and BPR; it falls linearly over the epochs
 * @param regularization L2 strength; about 0.015 for BPR, 0.2 for ALS
 * @param solver how it is trained, and on what
 * @param initialDeviation standard deviation of the first vectors
 * @param identities whether each user and item is a feature
 * @param minFeatureCount how many users or items must have a category
 * @param valuesAsWeights whether values multiply the loss; BPR only
 */
public record FmParameters(
        @Param(doc = "length of the vectors", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often every interaction is visited", min = 1, max = 100_000, log = true)
        int epochs,

        @Param(doc = "bpr and sgd: first step size; it falls linearly over the epochs", min = 1e-6, max = 1, log = true)
        double learningRate,

        @Param(
                doc = "L2 strength on weights and vectors, per interaction; about 0.015 for bpr, 0.2 for als",
                min = 0,
                max = 10)
        double regularization,

        @Param(doc = "bpr ranks; als and sgd predict ratings")
        Solver solver,

        @Param(doc = "standard deviation of the vectors before training", min = 1e-6, max = 10, log = true)
        double initialDeviation,

        @Param(doc = "whether each user and each item is a feature beside those that describe them")
        boolean identities,

        @Param(doc = "a category that fewer users (or items) have is left out", min = 1, max = 1_000_000, log = true)
        int minFeatureCount,

        @Param(doc = "bpr: whether the values of interactions multiply their loss")
        boolean valuesAsWeights) {}
