package io.kindred.models.cf.gram;

import io.kindred.core.data.SparseRows;

/**
 * The products of one item with others, {@code sum over users of w(u, i) w(u, j)}, in an accumulator as long as there are
 * items. Belongs to one thread.
 */
final class ProductRow {
    private final PopularityOrder pairs;
    private final double[] sums;
    private final int[] met;
    private int found;

    ProductRow(PopularityOrder pairs) {
        this.pairs = pairs;
        this.sums = new double[pairs.items()];
        this.met = new int[pairs.items() + 1];
    }

    /** Computes the products with all items, itself included, that share a user with it; {@link #clear()} comes next. */
    void all(int rank) {
        compute(rank, pairs.items());
    }

    /** Computes the products with the more popular ones among those items; {@link #clear()} comes next. */
    void morePopular(int rank) {
        compute(rank, rank);
    }

    private void compute(int rank, int limit) {
        SparseRows byItem = pairs.byItem();
        int[] ranks = pairs.ranks();
        float[] weights = pairs.weights();
        int count = 0;
        for (int p = pairs.start(rank); p < pairs.end(rank); p++) {
            int user = byItem.column(p);
            double own = weights == null ? 1 : byItem.value(p);
            int end = pairs.userEnd(user);
            for (int q = pairs.userStart(user); q < end && ranks[q] < limit; q++) {
                double product = weights == null ? 1 : own * weights[q];
                if (product > 0) {
                    int other = ranks[q];
                    met[count] = other;
                    count += sums[other] == 0 ? 1 : 0;
                    sums[other] += product;
                }
            }
        }
        found = count;
    }

    /** How many items were met. */
    int found() {
        return found;
    }

    /** The rank of the n-th item met. */
    int rank(int n) {
        return met[n];
    }

    /** The product with a rank; 0 where it was not met. */
    double product(int rank) {
        return sums[rank];
    }

    /** Makes ready for the next item. */
    void clear() {
        for (int n = 0; n < found; n++) {
            sums[met[n]] = 0;
        }
        found = 0;
    }
}
