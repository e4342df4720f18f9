package io.kindred.models.cf.ensemble;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Training data divided once more.
 *
 * @param rest what the members are trained on
 * @param heldOut what the weights are learnt on
 */
record HeldOut(Interactions rest, Interactions heldOut) {
    /**
     * Holds out a random share of each user's different items, rounded, at least one of two and never all. The draws of a user
     * depend on the seed and the user's index alone.
     */
    static HeldOut of(Interactions data, double share, long seed) {
        Interactions distinct = data.distinct();
        SparseRows rows = distinct.byUser();
        BitSet held = new BitSet(rows.size());
        for (int u = 0; u < rows.rowCount(); u++) {
            int n = rows.length(u);
            if (n < 2) {
                continue;
            }
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + u);
            int wanted = Math.clamp(Math.round(n * share), 1, n - 1);
            // Selection sampling: every subset of the wanted size is equally likely.
            for (int i = 0, left = wanted; left > 0; i++) {
                if (random.nextInt(n - i) < left) {
                    held.set(rows.start(u) + i);
                    left--;
                }
            }
        }
        return new HeldOut(
                distinct.filter((user, item, value, time, position) -> !held.get(position)),
                distinct.filter((user, item, value, time, position) -> held.get(position)));
    }
}
