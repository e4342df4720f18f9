package io.kindred.models.cf.ease;

import static io.kindred.models.cf.ease.TriangleOfTiles.SIDE;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Arrays;

/** Counts, for one item at a time, the users it has in common with each other item. Belongs to one thread. */
final class GramRows {
    private final SparseRows byUser;
    private final SparseRows byItem;
    private final int[] common;

    private GramRows(Interactions interactions) {
        this.byUser = interactions.byUser();
        this.byItem = interactions.byItem();
        this.common = new int[Math.ceilDiv(interactions.itemCount(), SIDE) * SIDE];
    }

    /**
     * The symmetric matrix {@code X'X + regularization * I}, its padding the identity.
     *
     * @param interactions without repeats
     */
    static TriangleOfTiles matrix(Interactions interactions, double regularization, ParallelRows threads)
            throws InterruptedException {
        int items = interactions.itemCount();
        TriangleOfTiles matrix = new TriangleOfTiles(items);
        threads.forEachBlock(matrix.tiles() * SIDE, SIDE, () -> new GramRows(interactions), (rows, from, to) -> {
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
        int[] counts = common;
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            int user = byItem.column(p);
            int end = byUser.end(user);
            for (int q = byUser.start(user); q < end; q++) {
                counts[byUser.column(q)]++;
            }
        }
        int high = item / SIDE;
        int column = (item % SIDE) * SIDE;
        for (int low = 0; low <= high; low++) {
            double[] tile = matrix.tile(high, low);
            for (int r = 0; r < SIDE; r++) {
                tile[column + r] = counts[low * SIDE + r];
            }
        }
        matrix.tile(high, high)[column + item % SIDE] += regularization;
        Arrays.fill(counts, 0);
    }
}
