package io.kindred.core.neighbours;

import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import java.util.Arrays;

/**
 * Finds the rows most similar to a given one by the ratings in their common columns. Rows whose similarity is not above 0 are
 * never neighbours. Immutable and thread-safe; a {@link Search} belongs to one thread.
 *
 * <p>Memory: 8 bytes an entry; a search 48 bytes a row.
 */
public final class RatingIndex {
    /** Sums of each row: count, products, own squares, the other's squares, own values, the other's values. */
    private static final int SUMS = 6;

    private final Postings postings;
    private final SimilarityMeasure measure;

    /**
     * @param ratings rows of ratings, or of what is left of them when their centre is taken away
     */
    public RatingIndex(SparseMatrix ratings, SimilarityMeasure measure) {
        float[] values = new float[ratings.size()];
        for (int p = 0; p < values.length; p++) {
            values[p] = ratings.value(p);
        }
        this.postings = Postings.of(ratings, values);
        this.measure = measure;
    }

    /** A search with scratch memory of its own. */
    public Search search() {
        return new Search();
    }

    /** Searches one row at a time. Not thread-safe. */
    public final class Search implements NeighbourSearch {
        private final double[] sums = new double[Math.multiplyExact(SUMS, postings.rowCount())];
        private int[] touched = new int[256];
        private int found;

        private Search() {}

        @Override
        public void nearest(int self, int[] columns, float[] values, TopK best) {
            found = 0;
            for (int p = 0; p < columns.length; p++) {
                accumulate(columns[p], values[p]);
            }
            for (int t = 0; t < found; t++) {
                int row = touched[t];
                int at = SUMS * row;
                if (row != self && sums[at] >= measure.minSupport()) {
                    float similarity = (float) measure.ofRatings(
                            sums[at], sums[at + 1], sums[at + 2], sums[at + 3], sums[at + 4], sums[at + 5]);
                    if (similarity > 0) {
                        best.offer(row, similarity);
                    }
                }
                Arrays.fill(sums, at, at + SUMS, 0);
            }
        }

        private void accumulate(int column, double x) {
            int end = postings.starts()[column + 1];
            for (int q = postings.starts()[column]; q < end; q++) {
                int row = postings.rows()[q];
                double y = postings.values()[q];
                int at = SUMS * row;
                if (sums[at] == 0) {
                    if (found == touched.length) {
                        touched = Arrays.copyOf(touched, Math.min(2 * found, postings.rowCount()));
                    }
                    touched[found++] = row;
                }
                sums[at]++;
                sums[at + 1] += x * y;
                sums[at + 2] += x * x;
                sums[at + 3] += y * y;
                sums[at + 4] += x;
                sums[at + 5] += y;
            }
        }
    }
}
