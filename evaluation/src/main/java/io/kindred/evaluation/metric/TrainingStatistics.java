package io.kindred.evaluation.metric;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import java.util.Arrays;

/** What beyond-accuracy metrics need to know about the training part. Immutable and thread-safe. */
public final class TrainingStatistics {
    private final int[] popularity;
    private final int users;
    private final long pairs;
    private final double[] selfInformation;
    private final int[] byPopularity;

    /** Counts each user-item pair once, however often it repeats. */
    public TrainingStatistics(Interactions train) {
        SparseRows rows = train.distinct().byUser();
        this.popularity = new int[train.itemCount()];
        int active = 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            active += rows.length(u) > 0 ? 1 : 0;
        }
        for (int p = 0; p < rows.size(); p++) {
            popularity[rows.column(p)]++;
        }
        this.users = active;
        this.pairs = rows.size();
        this.selfInformation = new double[popularity.length];
        for (int i = 0; i < popularity.length; i++) {
            // An item nobody has counts as if one user had it.
            selfInformation[i] = Math.log((double) users / Math.max(1, popularity[i])) / Math.log(2);
        }
        this.byPopularity = sortByPopularity(popularity);
    }

    public int itemCount() {
        return popularity.length;
    }

    /** How many users have an item in training. */
    public int popularity(int item) {
        return popularity[item];
    }

    /** How many users have at least one training interaction. */
    public int users() {
        return users;
    }

    /** How many different user-item pairs training has. */
    public long pairs() {
        return pairs;
    }

    /** {@code -log2} of the share of training users with the item; {@code log2(users)} for an item nobody has. */
    public double selfInformation(int item) {
        return selfInformation[item];
    }

    /** The item at a place of the popularity ranking, from 0; ties go to the lower item index. */
    public int atPopularityRank(int rank) {
        return byPopularity[rank];
    }

    private static int[] sortByPopularity(int[] popularity) {
        long[] keys = new long[popularity.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) -popularity[i] << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int r = 0; r < order.length; r++) {
            order[r] = (int) keys[r];
        }
        return order;
    }
}
