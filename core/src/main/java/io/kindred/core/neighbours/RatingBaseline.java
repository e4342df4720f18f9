package io.kindred.core.neighbours;

import io.kindred.core.math.SparseMatrix;

/**
 * The estimate {@code mean + user bias + item bias} of a rating, of which a user's bias follows from the ratings: the sum of
 * what is left of them over {@code regularization + n}.
 *
 * @param mean of all ratings, finite
 * @param itemBiases a bias per item, not copied
 * @param userRegularization at least 0
 */
@SuppressWarnings("ArrayRecordComponent") // belongs to one model, never compared
public record RatingBaseline(double mean, float[] itemBiases, double userRegularization) {
    /**
     * @throws IllegalArgumentException if a number is out of range
     */
    public RatingBaseline {
        if (!Double.isFinite(mean) || !(userRegularization >= 0)) {
            throw new IllegalArgumentException(
                    "ratings cannot have the mean " + mean + " and the regularization " + userRegularization);
        }
    }

    /** A user's bias; 0 without ratings. */
    public double userBias(int[] items, float[] ratings) {
        double sum = 0;
        for (int p = 0; p < items.length; p++) {
            sum += ratings[p] - mean - itemBiases[items[p]];
        }
        return items.length == 0 ? 0 : sum / (userRegularization + items.length);
    }

    /** The biases of all users of a matrix of users x items. */
    public double[] userBiases(SparseMatrix ratings) {
        double[] biases = new double[ratings.rows()];
        for (int u = 0; u < biases.length; u++) {
            biases[u] = userBias(SparseRow.columns(ratings, u), SparseRow.values(ratings, u));
        }
        return biases;
    }

    /** The biases of all items as doubles. */
    public double[] itemBiasesAsDoubles() {
        double[] biases = new double[itemBiases.length];
        for (int i = 0; i < biases.length; i++) {
            biases[i] = itemBiases[i];
        }
        return biases;
    }
}
