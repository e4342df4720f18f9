package io.kindred.models.cf.als;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of implicit ALS. The objective is
 * {@code sum over all pairs of c (p - x'y)^2 + sum over users and items of regularization * (n + unobservedWeight * N)^frequencyExponent * |x|^2},
 * where p is 1 for an observed pair and 0 for the others, c is {@code unobservedWeight + alpha * weight} for an observed pair and
 * {@code unobservedWeight} for the others, n is how many pairs the row has and N how many rows there are on the other side.
 *
 * @param factors embedding size
 * @param epochs how often users and items are both solved
 * @param regularization L2 strength
 * @param alpha extra confidence of an observed pair of weight 1
 * @param unobservedWeight confidence of a pair that was not observed
 * @param frequencyExponent how much stronger rows with many pairs are regularised; 0 is plain L2
 * @param valuesAsWeights whether interaction values weigh the pairs
 * @param solver how a row's normal equations are solved in each epoch
 * @param steps of conjugate gradients a row takes in each epoch
 * @param blockSize components that the block solver solves together
 */
public record AlsParameters(
        @Param(doc = "embedding size", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "how often all user and then all item vectors are solved", min = 1, max = 1000)
        int epochs,

        @Param(doc = "L2 strength; its scale depends on frequencyExponent", min = 1e-7, max = 1e6, log = true)
        double regularization,

        @Param(
                doc = "what an interaction of weight 1 adds to the confidence of a pair",
                min = 1e-3,
                max = 1e5,
                log = true)
        double alpha,

        @Param(doc = "confidence that a pair without interaction is a negative", min = 1e-6, max = 1e3, log = true)
        double unobservedWeight,

        @Param(
                doc =
                        "regularisation grows with the number of interactions of a row to this power; 0 is plain L2, 1 weighs"
                                + " L2 by frequency",
                min = 0,
                max = 2)
        double frequencyExponent,

        @Param(doc = "whether interaction values weigh the pairs; otherwise every pair weighs 1, whatever its value")
        boolean valuesAsWeights,

        @Param(
                doc =
                        "how rows are solved: auto (exactly where that is cheap, else by conjugate-gradient), cholesky (exactly),"
                                + " conjugate-gradient, or block (as in iALS++)")
        AlsSolver solver,

        @Param(doc = "steps of conjugate gradients for a row in an epoch; other solvers ignore it", min = 1, max = 100)
        int steps,

        @Param(
                doc = "components that the solver block solves together, rounded up to a multiple of 16",
                min = 1,
                max = 1024,
                log = true)
        int blockSize) {}
