package io.kindred.models.cf.gram;

import static io.kindred.models.cf.gram.TriangleOfTiles.SIDE;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Arrays;

/**
 * Sums, for one item at a time, over the users it has in common with each other item: their number, or the products of their
 * weights. Belongs to one thread.
 */
public final class GramRows {
    private final SparseRows byUser;
    private final SparseRows byItem;
    private final boolean weighted;
    private final double[] common;

    private GramRows(Interactions interactions, boolean weighted) {
        this.byUser = interactions.byUser();
        this.byItem = interactions.byItem();
        this.weighted = weighted;
        this.common = new double[Math.ceilDiv(interactions.itemCount(), SIDE) * SIDE];
    }

    /**
     * The symmetric matrix {@code X'X + regularization * I}, its padding the identity.
     *
     * @param interactions without repeats
     * @param weighted whether X holds the values; otherwise it holds ones
     */
    public static TriangleOfTiles matrix(
            Interactions interactions, boolean weighted, double regularization, ParallelRows threads)
            throws InterruptedException {
        int items = interactions.itemCount();
        TriangleOfTiles matrix = new TriangleOfTiles(items);
        threads.forEachBlock(
                matrix.tiles() * SIDE, SIDE, () -> new GramRows(interactions, weighted), (rows, from, to) -> {
                    for (int i = from; i < to; i++) {
                        if (i < items) {
                            rows.fill(i, regularization, matrix);
                        } else {
                            matrix.tile(i / SIDE, i / SIDE)[(i % SIDE) * SIDE + i % SIDE] = 1;
                        }
                    }
                });
        return matrix;
    }

    private void fill(int item, double regularization, TriangleOfTiles matrix) {
        double[] sums = common;
        if (weighted) {
            addWeights(item, sums);
        } else {
            addOnes(item, sums);
        }
        int high = item / SIDE;
        int column = (item % SIDE) * SIDE;
        for (int low = 0; low <= high; low++) {
            double[] tile = matrix.tile(high, low);
            System.arraycopy(sums, low * SIDE, tile, column, SIDE);
        }
        matrix.tile(high, high)[column + item % SIDE] += regularization;
        Arrays.fill(sums, 0);
    }

    private void addOnes(int item, double[] sums) {
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            int user = byItem.column(p);
            int end = byUser.end(user);
            for (int q = byUser.start(user); q < end; q++) {
                sums[byUser.column(q)]++;
            }
        }
    }

    private void addWeights(int item, double[] sums) {
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            int user = byItem.column(p);
            double weight = byItem.value(p);
            int end = byUser.end(user);
            for (int q = byUser.start(user); q < end; q++) {
                sums[byUser.column(q)] += weight * byUser.value(q);
            }
        }
    }
}
