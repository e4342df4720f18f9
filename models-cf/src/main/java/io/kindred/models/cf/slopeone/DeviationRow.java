package io.kindred.models.cf.slopeone;

import io.kindred.core.data.SparseRows;
import io.kindred.models.cf.ratings.Ratings;
import java.util.Arrays;

/**
 * Adds up how much more other items were rated than one, by the users who rated both, in accumulators as long as there are
 * items. Belongs to one thread.
 */
final class DeviationRow {
    private final Ratings ratings;
    private final int minSupport;
    private final double[] sums;
    private final int[] counts;

    DeviationRow(Ratings ratings, int minSupport) {
        this.ratings = ratings;
        this.minSupport = minSupport;
        this.sums = new double[ratings.itemCount()];
        this.counts = new int[ratings.itemCount()];
    }

    /** The deviations from an item, by ascending item; the item itself, where it was rated, with 0. */
    Row of(int item) {
        SparseRows byItem = ratings.byItem();
        SparseRows byUser = ratings.byUser();
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            float own = byItem.value(p);
            int user = byItem.column(p);
            for (int q = byUser.start(user); q < byUser.end(user); q++) {
                int other = byUser.column(q);
                sums[other] += byUser.value(q) - own;
                counts[other]++;
            }
        }
        int size = 0;
        for (int i = 0; i < counts.length; i++) {
            size += counted(i, item) ? 1 : 0;
        }
        int[] columns = new int[size];
        float[] values = new float[size];
        int at = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counted(i, item)) {
                columns[at] = i;
                values[at++] = (float) (sums[i] / counts[i]);
            }
        }
        return new Row(columns, values);
    }

    private boolean counted(int other, int item) {
        return counts[other] >= minSupport || (other == item && counts[other] > 0);
    }

    /**
     * A row of the matrix of deviations.
     *
     * @param columns items, ascending
     * @param values how much more each is rated
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the record only carries a row to the matrix
    record Row(int[] columns, float[] values) {}
}
