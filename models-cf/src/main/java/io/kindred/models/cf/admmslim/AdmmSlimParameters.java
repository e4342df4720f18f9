package io.kindred.models.cf.admmslim;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of ADMM SLIM, which minimises {@code |X - XB|^2 / 2 + l2 * |B|^2 / 2 + l1 * sum |B_ji|}.
 *
 * @param l1 L1 strength, which makes weights zero
 * @param l2 L2 strength
 * @param nonNegative whether weights must not be negative
 * @param zeroDiagonal whether an item must not predict itself
 * @param penalty how strongly the two halves of the method are drawn together
 * @param epochs iterations
 * @param valuesAsWeights whether the matrix X holds the interaction values instead of ones
 */
public record AdmmSlimParameters(
        @Param(
                doc = "L1 strength, on the scale of the number of users of an item; the larger, the fewer weights",
                min = 0,
                max = 1e6)
        double l1,

        @Param(doc = "L2 strength, on the scale of the number of users of an item", min = 1e-3, max = 1e7, log = true)
        double l2,

        @Param(doc = "whether weights must not be negative") boolean nonNegative,

        @Param(
                doc =
                        "whether an item must not predict itself; without it l2 alone keeps the weights from being trivial")
        boolean zeroDiagonal,

        @Param(
                doc =
                        "rho of the method, on the scale of the number of users of an item; changes how fast the solution is"
                                + " reached, not which",
                min = 1e-3,
                max = 1e7,
                log = true)
        double penalty,

        @Param(doc = "iterations", min = 1, max = 10_000) int epochs,

        @Param(doc = "whether interaction values weigh the pairs; otherwise every pair weighs 1, whatever its value")
        boolean valuesAsWeights) {}
