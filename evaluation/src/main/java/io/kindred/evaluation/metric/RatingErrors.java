package io.kindred.evaluation.metric;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.model.RatingPredictor;

/**
 * How far predicted ratings are from the target's values: for each user the squared and absolute errors added up, and how many
 * ratings were predicted. {@code rmse} and {@code mae} then average over ratings, not over users. Rows are written by several
 * threads, each row by one.
 */
public final class RatingErrors {
    private final double[] squared;
    private final double[] absolute;
    private final double[] predicted;
    private final int[] unpredicted;

    /** For a number of rows, one a user. */
    public RatingErrors(int rows) {
        this.squared = new double[rows];
        this.absolute = new double[rows];
        this.predicted = new double[rows];
        this.unpredicted = new int[rows];
    }

    /**
     * Measures the ratings of one user.
     *
     * @param row where to write
     * @param user the user's index in the model and in the target
     */
    public void measure(RatingPredictor model, int row, int user, Interactions target) {
        SparseRows rows = target.byUser();
        for (int p = rows.start(user); p < rows.end(user); p++) {
            double error = model.predictRating(user, rows.column(p)) - (double) rows.value(p);
            if (Double.isNaN(error)) {
                unpredicted[row]++;
            } else {
                squared[row] += error * error;
                absolute[row] += Math.abs(error);
                predicted[row]++;
            }
        }
    }

    /** The sum of squared errors of each row. */
    public double[] squared() {
        return squared;
    }

    /** The sum of absolute errors of each row. */
    public double[] absolute() {
        return absolute;
    }

    /** How many ratings of each row were predicted. */
    public double[] predicted() {
        return predicted;
    }

    /** The root of the mean squared error of all predicted ratings; NaN if there are none. */
    public double rmse() {
        return Math.sqrt(sum(squared) / sum(predicted));
    }

    /** The mean absolute error of all predicted ratings; NaN if there are none. */
    public double mae() {
        return sum(absolute) / sum(predicted);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** How many ratings the model gave no prediction for. */
    public int unpredicted() {
        int sum = 0;
        for (int n : unpredicted) {
            sum += n;
        }
        return sum;
    }
}
