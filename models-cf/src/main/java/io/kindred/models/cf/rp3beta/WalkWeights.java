package io.kindred.models.cf.rp3beta;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;

/**
 * What each node of the graph contributes to a walk.
 *
 * @param leavingUser {@code n_u^-alpha}: the probability of each step from a user to an item, raised to alpha
 * @param leavingItem {@code n_i^-alpha}: likewise from an item to a user
 * @param arrival {@code n_i^-beta}: what is left of the weight of an item where a walk ends
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never compared
record WalkWeights(double[] leavingUser, double[] leavingItem, double[] arrival) {
    static WalkWeights of(Interactions interactions, double alpha, double beta) {
        return new WalkWeights(
                powers(interactions.byUser(), -alpha),
                powers(interactions.byItem(), -alpha),
                powers(interactions.byItem(), -beta));
    }

    /** Nodes without interactions, which no walk meets, count as if they had one. */
    private static double[] powers(SparseRows rows, double exponent) {
        double[] powers = new double[rows.rowCount()];
        for (int r = 0; r < powers.length; r++) {
            powers[r] = Math.pow(Math.max(rows.length(r), 1), exponent);
        }
        return powers;
    }
}
