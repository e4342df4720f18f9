package io.kindred.models.cf.rp3beta;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;

/**
 * What each node and each edge of the graph contributes to a walk; s is the number of pairs of a user or item, or the sum of
 * their weights.
 *
 * @param leavingUser {@code s_u^-alpha}: with an edge's share the probability of a step from a user to an item, to the alpha
 * @param leavingItem {@code s_i^-alpha}: likewise from an item to a user
 * @param arrival {@code s_i^-beta}: what is left of the weight of an item where a walk ends
 * @param userEdges {@code w^alpha} of each position of the view by user; null where every pair weighs 1
 * @param itemEdges {@code w^alpha} of each position of the view by item; null where every pair weighs 1
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never compared
record WalkWeights(
        double[] leavingUser, double[] leavingItem, double[] arrival, double[] userEdges, double[] itemEdges) {
    static WalkWeights of(Interactions interactions, boolean weighted, double alpha, double beta) {
        SparseRows byUser = interactions.byUser();
        SparseRows byItem = interactions.byItem();
        return new WalkWeights(
                powers(byUser, weighted, -alpha),
                powers(byItem, weighted, -alpha),
                powers(byItem, weighted, -beta),
                weighted ? edges(byUser, alpha) : null,
                weighted ? edges(byItem, alpha) : null);
    }

    /** Nodes that weigh nothing, which no walk meets, count as if they weighed 1. */
    private static double[] powers(SparseRows rows, boolean weighted, double exponent) {
        double[] powers = new double[rows.rowCount()];
        for (int r = 0; r < powers.length; r++) {
            double sum = rows.length(r);
            if (weighted) {
                sum = 0;
                for (int p = rows.start(r); p < rows.end(r); p++) {
                    sum += rows.value(p);
                }
            }
            powers[r] = Math.pow(sum == 0 ? 1 : sum, exponent);
        }
        return powers;
    }

    private static double[] edges(SparseRows rows, double exponent) {
        double[] edges = new double[rows.size()];
        for (int p = 0; p < edges.length; p++) {
            // An edge of weight 0 is no edge, also where alpha is 0.
            edges[p] = rows.value(p) == 0 ? 0 : Math.pow(rows.value(p), exponent);
        }
        return edges;
    }
}
