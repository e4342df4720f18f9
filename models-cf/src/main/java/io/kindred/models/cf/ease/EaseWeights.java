package io.kindred.models.cf.ease;

import io.kindred.core.KindredException;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.models.cf.gram.TriangleOfTiles;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.parallel.ParallelRows;

/**
 * The weights {@code B(j, i) = -P(j, i) / P(i, i)} of an inverse P, without the diagonal: what an interaction with j adds to
 * the score of i.
 */
final class EaseWeights {
    private static final int BLOCK_ROWS = 16;

    private final TriangleOfTiles inverse;
    private final double[] diagonal;
    private final ParallelRows threads;

    EaseWeights(TriangleOfTiles inverse, ParallelRows threads) {
        this.inverse = inverse;
        this.diagonal = inverse.diagonal();
        this.threads = threads;
    }

    /** All weights but those that are zero, as between items that share no user even through others. */
    SparseMatrix all() throws InterruptedException {
        int items = diagonal.length;
        int[] counts = new int[items];
        threads.forEachBlock(items, BLOCK_ROWS, () -> new double[items], (row, from, to) -> {
            for (int j = from; j < to; j++) {
                inverse.copySymmetricRow(j, row);
                for (int i = 0; i < items; i++) {
                    counts[j] += i != j && row[i] != 0 ? 1 : 0;
                }
            }
        });
        int[] starts = starts(counts);
        int[] columns = new int[starts[items]];
        float[] values = new float[columns.length];
        threads.forEachBlock(items, BLOCK_ROWS, () -> new double[items], (row, from, to) -> {
            for (int j = from; j < to; j++) {
                inverse.copySymmetricRow(j, row);
                int at = starts[j];
                for (int i = 0; i < items; i++) {
                    if (i != j && row[i] != 0) {
                        columns[at] = i;
                        values[at++] = (float) (-row[i] / diagonal[i]);
                    }
                }
            }
        });
        return SparseMatrix.of(starts, columns, values, items);
    }

    private static int[] starts(int[] counts) {
        int[] starts = new int[counts.length + 1];
        long size = 0;
        for (int j = 0; j < counts.length; j++) {
            size += counts[j];
            if (size > Integer.MAX_VALUE - 8) {
                throw new KindredException("ease: the weights of " + counts.length
                        + " items exceed what one matrix holds; set neighbours, as in neighbours=1000");
            }
            starts[j + 1] = (int) size;
        }
        return starts;
    }

    /** For each item the weights largest in size, whatever their sign; ties go to the lower index. */
    SparseMatrix largest(int neighbours) throws InterruptedException {
        int items = diagonal.length;
        TopK.Ranked[] lists = new TopK.Ranked[items];
        threads.forEachBlock(items, BLOCK_ROWS, () -> new double[items], (row, from, to) -> {
            TopK best = new TopK(Math.min(neighbours, items - 1));
            for (int i = from; i < to; i++) {
                // The inverse is symmetric: its row is its column.
                inverse.copySymmetricRow(i, row);
                for (int j = 0; j < items; j++) {
                    if (j != i && row[j] != 0) {
                        best.offer(j, (float) Math.abs(row[j] / diagonal[i]));
                    }
                }
                lists[i] = signed(best.drain(), row, diagonal[i]);
            }
        });
        return NeighbourLists.transposed("ease", lists);
    }

    private static TopK.Ranked signed(TopK.Ranked sizes, double[] row, double diagonal) {
        float[] weights = new float[sizes.size()];
        for (int n = 0; n < weights.length; n++) {
            weights[n] = (float) (-row[sizes.indices()[n]] / diagonal);
        }
        return new TopK.Ranked(sizes.indices(), weights);
    }
}
