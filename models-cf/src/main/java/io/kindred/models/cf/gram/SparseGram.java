package io.kindred.models.cf.gram;

import io.kindred.core.data.Interactions;
import io.kindred.models.cf.parallel.ParallelRows;

/**
 * The matrix {@code X'X} of products of items, sparse: each item keeps its products with more popular items alone, which is
 * half of a symmetric matrix and makes the rows of rare and of popular items alike short. Rows are kept while they fit a
 * budget, those of popular items first, which are dear to compute again; the others are computed when they are needed. What
 * is kept changes the time taken and nothing else. Immutable and thread-safe.
 */
public final class SparseGram {
    private static final int BLOCK_ROWS = 16;
    private static final int BYTES_A_ROW = 64;

    private final PopularityOrder pairs;
    private final double[] squares;
    private final int[][] others;
    private final float[][] products;

    private SparseGram(PopularityOrder pairs) {
        this.pairs = pairs;
        this.squares = new double[pairs.items()];
        this.others = new int[pairs.items()][];
        this.products = new float[pairs.items()][];
    }

    /**
     * Computes the matrix.
     *
     * @param interactions without repeats
     * @param weighted whether X holds the values; otherwise it holds ones
     * @param budget how many bytes the rows may take
     */
    public static SparseGram of(Interactions interactions, boolean weighted, long budget, ParallelRows threads)
            throws InterruptedException {
        PopularityOrder pairs = new PopularityOrder(interactions, weighted);
        SparseGram gram = new SparseGram(pairs);
        int kept = gram.affordable(budget);
        threads.forEachBlock(kept, BLOCK_ROWS, () -> new ProductRow(pairs), (row, from, to) -> {
            for (int rank = from; rank < to; rank++) {
                gram.keep(rank, row);
            }
        });
        return gram;
    }

    /** How many rows fit for certain: a row has at most as many products as there are more popular items or shared pairs. */
    private int affordable(long budget) {
        int kept = 0;
        long bytes = 0;
        for (int rank = 0; rank < squares.length; rank++) {
            long met = 0;
            double square = 0;
            for (int p = pairs.start(rank); p < pairs.end(rank); p++) {
                int user = pairs.byItem().column(p);
                met += pairs.userEnd(user) - pairs.userStart(user) - 1;
                square += pairs.weighted()
                        ? (double) pairs.byItem().value(p) * pairs.byItem().value(p)
                        : 1;
            }
            squares[rank] = square;
            bytes += BYTES_A_ROW + (Integer.BYTES + Float.BYTES) * Math.min(rank, met);
            kept += bytes <= budget ? 1 : 0;
        }
        return kept;
    }

    private void keep(int rank, ProductRow row) {
        row.morePopular(rank);
        int[] ranks = new int[row.found()];
        float[] values = new float[ranks.length];
        for (int n = 0; n < ranks.length; n++) {
            ranks[n] = row.rank(n);
            values[n] = (float) row.product(ranks[n]);
        }
        row.clear();
        others[rank] = ranks;
        products[rank] = values;
    }

    /** How many items there are. */
    public int items() {
        return squares.length;
    }

    PopularityOrder pairs() {
        return pairs;
    }

    /** The product of an item with itself. */
    double square(int rank) {
        return squares[rank];
    }

    /** Hears of products. */
    @FunctionalInterface
    interface Products {
        void accept(int rank, float product);
    }

    /** Goes through the products of an item with more popular ones that are not zero, in an order of its own. */
    void morePopular(int rank, ProductRow scratch, Products target) {
        int[] ranks = others[rank];
        if (ranks != null) {
            float[] values = products[rank];
            for (int n = 0; n < ranks.length; n++) {
                target.accept(ranks[n], values[n]);
            }
            return;
        }
        scratch.morePopular(rank);
        for (int n = 0; n < scratch.found(); n++) {
            int other = scratch.rank(n);
            target.accept(other, (float) scratch.product(other));
        }
        scratch.clear();
    }
}
