package io.kindred.models.cf.baseline;

import io.kindred.core.data.SparseRows;
import io.kindred.core.model.Cancellation;
import io.kindred.models.cf.ratings.Ratings;

/**
 * The estimate {@code b_ui = mu + b_u + b_i} of a rating, mu being the mean of all ratings (Koren: Factor in the Neighbors,
 * 2010, section 2.1). Users and items without ratings have the bias 0. Once trained it does not change and is thread-safe.
 */
public final class BaselineEstimates {
    private static final int USERS_BETWEEN_CHECKS = 1024;

    private final Ratings ratings;
    private final double[] userBias;
    private final double[] itemBias;

    BaselineEstimates(Ratings ratings) {
        this.ratings = ratings;
        this.userBias = new double[ratings.userCount()];
        this.itemBias = new double[ratings.itemCount()];
    }

    /**
     * The estimates after all epochs.
     *
     * @throws InterruptedException if the run was cancelled
     */
    public static BaselineEstimates of(Ratings ratings, BaselineParameters parameters, Cancellation cancellation)
            throws InterruptedException {
        BaselineEstimates estimates = new BaselineEstimates(ratings);
        for (int e = 0; e < parameters.epochs(); e++) {
            estimates.epoch(parameters, cancellation);
        }
        return estimates;
    }

    /** The mean of all ratings. */
    public double mean() {
        return ratings.mean();
    }

    /** How much more than the mean a user gives. */
    public double userBias(int user) {
        return userBias[user];
    }

    /** How much more than the mean an item gets. */
    public double itemBias(int item) {
        return itemBias[item];
    }

    /** {@code mu + b_u + b_i}, not clipped to the scale. */
    public double estimate(int user, int item) {
        return ratings.mean() + userBias[user] + itemBias[item];
    }

    double[] userBiases() {
        return userBias;
    }

    double[] itemBiases() {
        return itemBias;
    }

    /** One pass over the ratings; returns the sum of the squared errors met. */
    double epoch(BaselineParameters parameters, Cancellation cancellation) throws InterruptedException {
        return switch (parameters.method()) {
            case ALS -> {
                solveItems(parameters.itemRegularization(), cancellation);
                yield solveUsers(parameters.userRegularization(), cancellation);
            }
            case SGD -> descend(parameters.learningRate(), parameters.regularization(), cancellation);
        };
    }

    private void solveItems(double regularization, Cancellation cancellation) throws InterruptedException {
        SparseRows rows = ratings.byItem();
        for (int i = 0; i < itemBias.length; i++) {
            checkNowAndThen(i, cancellation);
            double sum = 0;
            for (int p = rows.start(i); p < rows.end(i); p++) {
                sum += rows.value(p) - ratings.mean() - userBias[rows.column(p)];
            }
            itemBias[i] = rows.length(i) == 0 ? 0 : sum / (regularization + rows.length(i));
        }
    }

    private double solveUsers(double regularization, Cancellation cancellation) throws InterruptedException {
        SparseRows rows = ratings.byUser();
        double errors = 0;
        for (int u = 0; u < userBias.length; u++) {
            checkNowAndThen(u, cancellation);
            double sum = 0;
            double squares = 0;
            for (int p = rows.start(u); p < rows.end(u); p++) {
                double rest = rows.value(p) - ratings.mean() - itemBias[rows.column(p)];
                sum += rest;
                squares += rest * rest;
            }
            double bias = rows.length(u) == 0 ? 0 : sum / (regularization + rows.length(u));
            userBias[u] = bias;
            errors += squares - 2 * bias * sum + rows.length(u) * bias * bias;
        }
        // The difference of two large numbers may come out just below zero where the fit is perfect.
        return Math.max(0, errors);
    }

    private double descend(double rate, double regularization, Cancellation cancellation) throws InterruptedException {
        SparseRows rows = ratings.byUser();
        double errors = 0;
        for (int u = 0; u < userBias.length; u++) {
            checkNowAndThen(u, cancellation);
            for (int p = rows.start(u); p < rows.end(u); p++) {
                int i = rows.column(p);
                double error = rows.value(p) - estimate(u, i);
                errors += error * error;
                userBias[u] += rate * (error - regularization * userBias[u]);
                itemBias[i] += rate * (error - regularization * itemBias[i]);
            }
        }
        return errors;
    }

    private static void checkNowAndThen(int row, Cancellation cancellation) throws InterruptedException {
        if (row % USERS_BETWEEN_CHECKS == 0) {
            cancellation.check();
        }
    }
}
