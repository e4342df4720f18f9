package io.kindred.models.deep.mf;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The positives in a random order for each epoch, in batches, each with its negatives. Users who had every item are
 * left out: nothing can be drawn against their positives. One caller at a time.
 */
final class PairSampler {
    private final UniformNegatives negatives;
    private final int[] users;
    private final int[] items;
    private final int[] order;

    /**
     * @param interactions without repeats
     */
    PairSampler(Interactions interactions) {
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
        this.order = new int[kept];
    }

    /** How many positives an epoch visits. */
    int size() {
        return users.length;
    }

    /** Begins an epoch with a new order (Fisher and Yates), which depends on the given numbers alone. */
    void shuffle(RandomGenerator random) {
        Arrays.setAll(order, n -> n);
        for (int n = order.length - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int kept = order[n];
            order[n] = order[other];
            order[other] = kept;
        }
    }

    /**
     * A batch of the epoch.
     *
     * @param first place of its first positive in the epoch's order
     * @param limit how many positives at most
     * @param count of negatives to each
     */
    Batch batch(int first, int limit, int count, RandomGenerator random) {
        int rows = Math.min(limit, order.length - first);
        int[] owners = new int[rows];
        int[] candidates = new int[rows * (1 + count)];
        for (int r = 0; r < rows; r++) {
            int positive = order[first + r];
            owners[r] = users[positive];
            int at = r * (1 + count);
            candidates[at] = items[positive];
            for (int n = 1; n <= count; n++) {
                candidates[at + n] = negatives.draw(users[positive], random);
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
    record Batch(int[] users, int[] items) {
        int rows() {
            return users.length;
        }
    }
}
