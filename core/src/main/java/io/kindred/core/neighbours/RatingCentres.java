package io.kindred.core.neighbours;

import io.kindred.core.math.SparseMatrix;

/**
 * Predicts ratings from those of neighbours: each neighbour's rating is taken relative to its own centre and scale, the mean
 * weighted by similarity is set on the row's centre and scale. Rows are users or items, and columns the others. With the
 * formulas and fallbacks of KNNBasic, KNNWithMeans, KNNWithZScore and KNNBaseline in the library Surprise. Immutable.
 */
public final class RatingCentres {
    private final RatingAggregation aggregation;
    private final int minNeighbours;
    private final double mean;
    private final double deviation;
    private final double[] columnBiases;
    private final boolean[] columnKnown;
    private final Centre[] rows;

    /**
     * The centre and the scale of a row's ratings.
     *
     * @param centre without the column's bias
     * @param scale above 0
     */
    public record Centre(double centre, double scale) {}

    /**
     * @param ratings rows x columns
     * @param minNeighbours fewer neighbours than this who rated the column give the fallback
     * @param mean of all ratings
     */
    public RatingCentres(
            RatingAggregation aggregation,
            int minNeighbours,
            SparseMatrix ratings,
            double mean,
            double[] rowBiases,
            double[] columnBiases) {
        this.aggregation = aggregation;
        this.minNeighbours = minNeighbours;
        this.mean = mean;
        this.columnBiases = columnBiases;
        this.columnKnown = new boolean[ratings.columns()];
        double squares = 0;
        for (int p = 0; p < ratings.size(); p++) {
            columnKnown[ratings.column(p)] = true;
            squares += (ratings.value(p) - mean) * (ratings.value(p) - mean);
        }
        this.deviation = ratings.size() == 0 ? 0 : Math.sqrt(squares / ratings.size());
        this.rows = new Centre[ratings.rows()];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = of(SparseRow.values(ratings, r), rowBiases[r]);
        }
    }

    /** The centre of a row that was trained with. */
    public Centre of(int row) {
        return rows[row];
    }

    /** The centre of a row from outside. */
    public Centre of(float[] ratings, double bias) {
        return switch (aggregation) {
            case NONE, BASIC -> new Centre(0, 1);
            case BASELINE -> new Centre(mean + bias, 1);
            case WITH_MEANS -> new Centre(mean(ratings), 1);
            case Z_SCORE -> new Centre(mean(ratings), scale(ratings));
        };
    }

    private double mean(float[] ratings) {
        double sum = 0;
        for (float rating : ratings) {
            sum += rating;
        }
        return ratings.length == 0 ? mean : sum / ratings.length;
    }

    /** The standard deviation; where it is 0 that of all ratings, and 1 where that is 0 too. */
    private double scale(float[] ratings) {
        double centre = mean(ratings);
        double squares = 0;
        for (float rating : ratings) {
            squares += (rating - centre) * (rating - centre);
        }
        if (squares > 0) {
            return Math.sqrt(squares / ratings.length);
        }
        return deviation > 0 ? deviation : 1;
    }

    /** The bias that belongs to a column of the training ratings. */
    public double columnBias(int column) {
        return aggregation == RatingAggregation.BASELINE ? columnBiases[column] : 0;
    }

    /** Whether predictions need the bias of a column from outside. */
    public boolean usesBiases() {
        return aggregation == RatingAggregation.BASELINE;
    }

    /** Whether somebody rated the column in training. */
    public boolean knowsColumn(int column) {
        return columnKnown[column];
    }

    /** A neighbour's rating relative to its centre, in units of its scale. */
    public double relative(int neighbour, double columnBias, float rating) {
        Centre own = rows[neighbour];
        return (rating - own.centre() - columnBias) / own.scale();
    }

    /**
     * The predicted rating, not clipped to the scale.
     *
     * @param row the centre of the row
     * @param columnKnown whether there is any rating in the column
     * @param weighted sum of similarity times relative rating over the neighbours
     * @param weights sum of similarities
     * @param count of neighbours
     */
    public double predict(
            Centre row, boolean columnKnown, double columnBias, double weighted, double weights, int count) {
        if (!columnKnown && aggregation != RatingAggregation.BASELINE) {
            return mean;
        }
        if (count < minNeighbours || !(weights > 0)) {
            return aggregation == RatingAggregation.BASIC ? mean : row.centre() + columnBias;
        }
        return row.centre() + columnBias + row.scale() * weighted / weights;
    }
}
