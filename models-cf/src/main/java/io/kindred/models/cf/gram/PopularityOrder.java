package io.kindred.models.cf.gram;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import java.util.Arrays;

/**
 * The pairs of users and items with the items renumbered by popularity: rank 0 has the most users, ties go to the lower item
 * index. Each user's ranks ascend, so that the items more popular than a given one are the beginning of every row. Immutable
 * and thread-safe.
 */
final class PopularityOrder {
    private final int[] itemOfRank;
    private final int[] rankOfItem;
    private final int[] userStarts;
    private final int[] ranks;
    private final float[] weights;
    private final SparseRows byItem;

    /**
     * @param interactions without repeats
     * @param weighted whether the pairs weigh as much as their values; otherwise each weighs 1
     */
    PopularityOrder(Interactions interactions, boolean weighted) {
        this.byItem = interactions.byItem();
        int items = interactions.itemCount();
        this.itemOfRank = byPopularity(byItem);
        this.rankOfItem = new int[items];
        this.userStarts = new int[interactions.userCount() + 1];
        this.ranks = new int[interactions.size()];
        this.weights = weighted ? new float[interactions.size()] : null;
        SparseRows byUser = interactions.byUser();
        for (int u = 0; u < interactions.userCount(); u++) {
            userStarts[u + 1] = byUser.end(u);
        }
        int[] next = userStarts.clone();
        for (int rank = 0; rank < items; rank++) {
            int item = itemOfRank[rank];
            rankOfItem[item] = rank;
            for (int p = byItem.start(item); p < byItem.end(item); p++) {
                int at = next[byItem.column(p)]++;
                ranks[at] = rank;
                if (weighted) {
                    weights[at] = byItem.value(p);
                }
            }
        }
    }

    private static int[] byPopularity(SparseRows byItem) {
        long[] keys = new long[byItem.rowCount()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) (Integer.MAX_VALUE - byItem.length(i)) << 32 | i;
        }
        Arrays.sort(keys);
        int[] items = new int[keys.length];
        for (int rank = 0; rank < items.length; rank++) {
            items[rank] = (int) keys[rank];
        }
        return items;
    }

    int items() {
        return itemOfRank.length;
    }

    int itemOf(int rank) {
        return itemOfRank[rank];
    }

    int rankOf(int item) {
        return rankOfItem[item];
    }

    /** Whether pairs have weights other than 1. */
    boolean weighted() {
        return weights != null;
    }

    /** Where the users of a rank and their weights lie in {@link #byItem()}. */
    int start(int rank) {
        return byItem.start(itemOfRank[rank]);
    }

    int end(int rank) {
        return byItem.end(itemOfRank[rank]);
    }

    SparseRows byItem() {
        return byItem;
    }

    int userStart(int user) {
        return userStarts[user];
    }

    int userEnd(int user) {
        return userStarts[user + 1];
    }

    /** The ranks of all users' items, not a copy. */
    int[] ranks() {
        return ranks;
    }

    /** The weights beside the ranks, not a copy; null where all are 1. */
    float[] weights() {
        return weights;
    }
}
