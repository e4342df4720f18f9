package io.kindred.models.cf.ratings;

import io.kindred.core.data.SparseRows;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.scorer.RatingFactorsModel;
import io.kindred.core.scorer.RatingFoldIn;

/**
 * Lays learnt vectors and biases out as the columns of a {@link RatingFactorsModel}. Nothing but the mean is known of an item
 * without ratings, so its vector and bias count as zero whatever the arrays hold: it never gets into a list by chance.
 *
 * @param info of the model to be
 * @param ratings it was trained on
 * @param factors columns of the arrays, row-major
 * @param users users x factors
 * @param items items x factors
 * @param foldInConstant ridge strength with which an unseen user is learnt from a history, see {@link RatingFoldIn}
 * @param foldInPerRating ridge strength that each rating adds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the record only saves the boilerplate of a constructor
public record RatingVectors(
        ModelInfo info,
        Ratings ratings,
        int factors,
        float[] users,
        float[] items,
        double foldInConstant,
        double foldInPerRating) {
    /** What an item's mean is drawn to the mean of all ratings with, as the baseline's default does. */
    private static final double ITEM_SHRINK = 10;

    /**
     * {@code mu + b_u + b_i + p'q}: columns {@code [p, b_u, 1]} and {@code [q, 1, mu + b_i]}; a user of whom nothing is known
     * gets {@code mu + b_i}.
     *
     * @param userBias b_u of each user
     * @param itemBias b_i of each item
     * @param similarityColumns how many of the first columns say what an item is like
     */
    public RatingFactorsModel biased(double[] userBias, double[] itemBias, int similarityColumns) {
        int d = factors + 2;
        FloatMatrix left = FloatMatrix.zeros(ratings.userCount(), d);
        for (int u = 0; u < left.rows(); u++) {
            if (ratings.byUser().length(u) > 0) {
                System.arraycopy(users, u * factors, left.array(), u * d, factors);
                left.array()[u * d + factors] = (float) userBias[u];
                left.array()[u * d + factors + 1] = 1f;
            }
        }
        FloatMatrix right = FloatMatrix.zeros(ratings.itemCount(), d);
        for (int i = 0; i < right.rows(); i++) {
            boolean rated = ratings.byItem().length(i) > 0;
            if (rated) {
                System.arraycopy(items, i * factors, right.array(), i * d, factors);
            }
            right.array()[i * d + factors] = 1f;
            right.array()[i * d + factors + 1] = (float) (ratings.mean() + (rated ? itemBias[i] : 0));
        }
        return model(left, right, factors + 1, similarityColumns);
    }

    /**
     * {@code p'q}: columns {@code [p, p'm, 0]} and {@code [q, 1 without ratings, mean_i]}, m being the mean of q over all
     * ratings. So a user rates an item without ratings as the items of all ratings on average; one of whom nothing is known
     * gives {@code mean_i}, the item's mean drawn to {@code mu}.
     */
    public RatingFactorsModel unbiased() {
        int d = factors + 2;
        FloatMatrix right = FloatMatrix.zeros(ratings.itemCount(), d);
        double[] mean = new double[factors];
        for (int i = 0; i < right.rows(); i++) {
            int count = ratings.byItem().length(i);
            if (count > 0) {
                System.arraycopy(items, i * factors, right.array(), i * d, factors);
                for (int f = 0; f < factors; f++) {
                    mean[f] += (double) count / ratings.size() * items[i * factors + f];
                }
            } else {
                right.array()[i * d + factors] = 1f;
            }
            right.array()[i * d + factors + 1] = (float) shrunkMean(i);
        }
        FloatMatrix left = FloatMatrix.zeros(ratings.userCount(), d);
        for (int u = 0; u < left.rows(); u++) {
            if (ratings.byUser().length(u) > 0) {
                System.arraycopy(users, u * factors, left.array(), u * d, factors);
                double average = 0;
                for (int f = 0; f < factors; f++) {
                    average += users[u * factors + f] * mean[f];
                }
                left.array()[u * d + factors] = (float) average;
            }
        }
        return model(left, right, factors, factors);
    }

    private double shrunkMean(int item) {
        SparseRows rows = ratings.byItem();
        double sum = 0;
        for (int p = rows.start(item); p < rows.end(item); p++) {
            sum += rows.value(p) - ratings.mean();
        }
        return ratings.mean() + sum / (ITEM_SHRINK + rows.length(item));
    }

    private RatingFactorsModel model(FloatMatrix left, FloatMatrix right, int free, int similarityColumns) {
        FloatMatrix stranger = FloatMatrix.zeros(1, left.columns());
        stranger.array()[left.columns() - 1] = 1f;
        return new RatingFactorsModel(
                info,
                ratings.interactions().users(),
                ratings.interactions().items(),
                ratings.histories(),
                left,
                right,
                ratings.scale(),
                new RatingFoldIn(stranger, free, foldInConstant, foldInPerRating),
                similarityColumns);
    }
}
