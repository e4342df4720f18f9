package io.kindred.models.deep.mf;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Visits the positives of an epoch in random order, a batch at a time, each with its negatives. Users who had every item are
 * left out: nothing can be drawn against their positives. One caller at a time.
 */
final class PairSampler {
    private final RandomGenerator random;
    private final UniformNegatives negatives;
    private final int[] users;
    private final int[] items;
    private int position;

    /**
     * @param interactions without repeats
     */
    PairSampler(Interactions interactions, RandomGenerator random) {
        this.random = random;
        SparseRows byUser = interactions.byUser();
        this.negatives = new UniformNegatives(byUser);
        int[] owner = new int[byUser.size()];
        int[] item = new int[byUser.size()];
        int kept = 0;
        for (int u = 0; u < byUser.rowCount(); u++) {
            if (negatives.available(u) > 0) {
                for (int p = byUser.start(u); p < byUser.end(u); p++) {
                    owner[kept] = u;
                    item[kept++] = byUser.column(p);
                }
            }
        }
        this.users = Arrays.copyOf(owner, kept);
        this.items = Arrays.copyOf(item, kept);
        this.position = kept;
    }

    /** How many positives an epoch visits. */
    int size() {
        return users.length;
    }

    /** Begins an epoch with a new order (Fisher and Yates). */
    void shuffle() {
        for (int n = users.length - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            swap(users, n, other);
            swap(items, n, other);
        }
        position = 0;
    }

    /**
     * The next positives of the epoch.
     *
     * @param limit how many at most
     * @param count of negatives to each
     * @return null at the end of the epoch
     */
    Batch next(int limit, int count) {
        int rows = Math.min(limit, users.length - position);
        if (rows == 0) {
            return null;
        }
        long[] owners = new long[rows];
        long[] candidates = new long[rows * (1 + count)];
        for (int r = 0; r < rows; r++, position++) {
            owners[r] = users[position];
            int at = r * (1 + count);
            candidates[at] = items[position];
            for (int n = 1; n <= count; n++) {
                candidates[at + n] = negatives.draw(users[position], random);
            }
        }
        return new Batch(owners, candidates);
    }

    /**
     * Some positives with their negatives.
     *
     * @param users one to a row
     * @param items row by row, the positive first
     */
    record Batch(long[] users, long[] items) {
        int rows() {
            return users.length;
        }
    }

    private static void swap(int[] array, int a, int b) {
        int kept = array[a];
        array[a] = array[b];
        array[b] = kept;
    }
}
