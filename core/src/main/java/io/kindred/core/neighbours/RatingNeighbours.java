package io.kindred.core.neighbours;

import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Finds the rows most similar to given ratings by any similarity: of ratings in common columns, less what the similarity takes
 * away from them, or of the sets of columns. Immutable and thread-safe.
 */
public final class RatingNeighbours {
    private final SimilarityMeasure measure;
    private final double mean;
    private final double[] columnMeans;
    private final double[] columnBiases;
    private final SparseMatrix rows;
    private final Supplier<NeighbourSearch> searches;

    /**
     * @param ratings rows x columns; the columns of each row ascend
     * @param mean of all ratings
     */
    public RatingNeighbours(
            SparseMatrix ratings, SimilarityMeasure measure, double mean, double[] rowBiases, double[] columnBiases) {
        this.measure = measure;
        this.mean = mean;
        this.columnBiases = columnBiases;
        this.columnMeans = columnMeans(ratings);
        float[] values = new float[ratings.size()];
        for (int r = 0; r < ratings.rows(); r++) {
            float[] row = compared(SparseRow.columns(ratings, r), SparseRow.values(ratings, r), rowBiases[r]);
            System.arraycopy(row, 0, values, ratings.start(r), row.length);
        }
        int[] columns = new int[values.length];
        for (int p = 0; p < columns.length; p++) {
            columns[p] = ratings.column(p);
        }
        this.rows = SparseMatrix.of(ratings.starts(), columns, values, ratings.columns());
        this.searches = switch (measure.similarity()) {
            case JACCARD, ASYMMETRIC_COSINE, DOT_PRODUCT -> {
                ProfileIndex index =
                        new ProfileIndex(rows, ProfileWeights.of(rows, Weighting.NONE, 0, 0), measure, false);
                yield index::search;
            }
            case COSINE, ADJUSTED_COSINE, PEARSON, PEARSON_BASELINE, MSD -> {
                RatingIndex index = new RatingIndex(rows, measure);
                yield index::search;
            }
        };
    }

    private static double[] columnMeans(SparseMatrix ratings) {
        double[] sums = new double[ratings.columns()];
        int[] counts = new int[sums.length];
        for (int p = 0; p < ratings.size(); p++) {
            sums[ratings.column(p)] += ratings.value(p);
            counts[ratings.column(p)]++;
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] /= Math.max(1, counts[c]);
        }
        return sums;
    }

    /** What the similarity compares, in rows; the columns of each row ascend. */
    public SparseMatrix rows() {
        return rows;
    }

    /** A search with scratch memory of its own, over what {@link #rows} and {@link #compared} give. */
    public NeighbourSearch search() {
        return searches.get();
    }

    /** What the similarity compares of some ratings. */
    public float[] compared(int[] columns, float[] ratings, double rowBias) {
        float[] values = new float[ratings.length];
        switch (measure.similarity()) {
            case JACCARD, ASYMMETRIC_COSINE, DOT_PRODUCT -> Arrays.fill(values, 1f);
            case COSINE, PEARSON, MSD -> System.arraycopy(ratings, 0, values, 0, values.length);
            case ADJUSTED_COSINE -> {
                for (int p = 0; p < values.length; p++) {
                    values[p] = (float) (ratings[p] - columnMeans[columns[p]]);
                }
            }
            case PEARSON_BASELINE -> {
                for (int p = 0; p < values.length; p++) {
                    values[p] = (float) (ratings[p] - mean - rowBias - columnBiases[columns[p]]);
                }
            }
        }
        return values;
    }

    /**
     * The rows most similar to ratings from outside, best first.
     *
     * @param columns different and ascending
     */
    public TopK.Ranked nearest(int[] columns, float[] ratings, double rowBias, int k) {
        TopK best = new TopK(Math.min(k, rows.rows()));
        search().nearest(-1, columns, compared(columns, ratings, rowBias), best);
        return best.drain();
    }
}
