package io.kindred.models.deep.mf;

import io.kindred.core.data.SparseRows;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws items that a user did not have in training, each with the same probability and in one draw: the r-th missing item is
 * found by binary search in the user's sorted items. Immutable and thread-safe.
 */
final class UniformNegatives {
    private final int[] starts;
    private final int[] sorted;
    private final int itemCount;

    /**
     * @param byUser without repeats
     */
    UniformNegatives(SparseRows byUser) {
        itemCount = byUser.columnCount();
        starts = new int[byUser.rowCount() + 1];
        sorted = new int[byUser.size()];
        for (int u = 0; u < byUser.rowCount(); u++) {
            int[] items = byUser.columnsOf(u);
            Arrays.sort(items);
            System.arraycopy(items, 0, sorted, starts[u], items.length);
            starts[u + 1] = starts[u] + items.length;
        }
    }

    /** How many items the user did not have. */
    int available(int user) {
        return itemCount - (starts[user + 1] - starts[user]);
    }

    /** One item that the user did not have, who must have left some. */
    int draw(int user, RandomGenerator random) {
        return missing(user, random.nextInt(available(user)));
    }

    /** The item before which exactly {@code rank} others are missing from the user's items. */
    int missing(int user, int rank) {
        int low = starts[user];
        int high = starts[user + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] - (middle - starts[user]) > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return rank + (low - starts[user]);
    }
}
