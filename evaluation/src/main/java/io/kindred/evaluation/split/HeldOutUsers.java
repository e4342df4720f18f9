package io.kindred.evaluation.split;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.Arrays;

/**
 * Takes whole users out of training: a random share of a held-out user's interactions is handed over with the query
 * (fold-in), the rest is to be predicted. Immutable; the draws of a user depend on the seed and the user's index alone.
 */
final class HeldOutUsers {
    /** Keeps the streams of users apart from the one that chooses them. */
    private static final long CHOICE = -1;

    private final Interactions data;
    private final long seed;
    private final double foldIn;

    HeldOutUsers(Interactions data, long seed, double foldIn) {
        this.data = data;
        this.seed = seed;
        this.foldIn = foldIn;
    }

    /** The users with at least two interactions, who alone can be held out, in random order. */
    int[] shuffled() {
        SparseRows rows = data.byUser();
        int[] users = new int[rows.rowCount()];
        int n = 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            if (rows.length(u) >= 2) {
                users[n++] = u;
            }
        }
        int[] found = Arrays.copyOf(users, n);
        SplitMix64.stream(seed, CHOICE).shuffle(found, 0, n);
        return found;
    }

    void toTest(int user, Parts parts) {
        int[] order = order(user);
        int kept = kept(order.length);
        for (int i = 0; i < order.length; i++) {
            if (i < kept) {
                parts.foldIn(order[i]);
            } else {
                parts.test(order[i]);
            }
        }
    }

    void toValidation(int user, Parts parts) {
        int[] order = order(user);
        int kept = kept(order.length);
        for (int i = 0; i < order.length; i++) {
            if (i < kept) {
                parts.foldIn(order[i]);
            } else {
                parts.validation(order[i]);
            }
        }
    }

    private int kept(int n) {
        return Math.clamp(Math.round(n * foldIn), 1, n - 1);
    }

    private int[] order(int user) {
        int start = data.byUser().start(user);
        int[] order = new int[data.byUser().length(user)];
        for (int i = 0; i < order.length; i++) {
            order[i] = start + i;
        }
        SplitMix64.stream(seed, user).shuffle(order, 0, order.length);
        return order;
    }
}
