package io.kindred.models.cf.fm;

import io.kindred.core.data.SparseRows;
import io.kindred.core.model.Cancellation;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Stochastic gradient descent for factorisation machines, one interaction at a time in an order that changes from epoch to
 * epoch. The step size falls linearly over the epochs, towards 0 after the last one: with one that stays, the vectors go on
 * jumping about the best ones, and rankings stay clearly worse. One thread, because features are shared by many rows. Not
 * thread-safe.
 */
final class GradientDescent {
    private static final int VISITS_BETWEEN_CHECKS = 4096;
    private static final int DRAWS_FOR_A_NEGATIVE = 100;

    private final FmSide users;
    private final FmSide items;
    private final SparseRows rows;
    private final FmParameters parameters;
    private final SplittableRandom random;
    private final int[] order;
    private final int[] userOf;
    private final double[] user;
    private final double[] item;
    private final double[] other;

    /** Step size of this epoch, and that times the L2 strength. */
    private double learningRate;

    private double decay;
    private int epoch;
    /** The constant w_0. */
    private double bias;

    /**
     * @param rows interactions without repeats
     * @param bias the constant to start from
     */
    GradientDescent(
            FmSide users,
            FmSide items,
            SparseRows rows,
            FmParameters parameters,
            double bias,
            SplittableRandom random) {
        this.users = users;
        this.items = items;
        this.rows = rows;
        this.parameters = parameters;
        setRate(1);
        this.bias = bias;
        this.random = random;
        this.order = new int[rows.size()];
        this.userOf = new int[rows.size()];
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                order[p] = p;
                userOf[p] = u;
            }
        }
        this.user = new double[users.factors()];
        this.item = new double[users.factors()];
        this.other = new double[users.factors()];
    }

    double bias() {
        return bias;
    }

    /** Visits every rating; returns the sum of the squared errors that were met. */
    double ratingEpoch(Cancellation cancellation) throws InterruptedException {
        begin();
        double squares = 0;
        for (int n = 0; n < order.length; n++) {
            if (n % VISITS_BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            double error = rate(userOf[order[n]], rows.column(order[n]), rows.value(order[n]));
            squares += error * error;
        }
        return squares;
    }

    /** Goes down the gradient of half the squared error of one rating; returns the error it had. */
    double rate(int userIndex, int itemIndex, double rating) {
        double score = bias + users.sum(userIndex, user) + items.sum(itemIndex, item);
        for (int f = 0; f < user.length; f++) {
            score += user[f] * item[f];
        }
        double error = rating - score;
        double gain = learningRate * error;
        bias += gain;
        users.step(userIndex, user, item, gain, decay);
        items.step(itemIndex, item, user, gain, decay);
        return error;
    }

    /**
     * Visits every interaction; returns the mean loss.
     *
     * @param weighted whether values multiply the loss
     */
    double rankingEpoch(boolean weighted, Positives positives, Cancellation cancellation) throws InterruptedException {
        begin();
        double loss = 0;
        for (int n = 0; n < order.length; n++) {
            if (n % VISITS_BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            int p = order[n];
            int negative = positives.negative(userOf[p], random);
            float weight = weighted ? rows.value(p) : 1f;
            if (negative >= 0 && weight > 0) {
                loss += rank(userOf[p], rows.column(p), negative, weight);
            }
        }
        return loss / order.length;
    }

    /** Goes down the gradient of {@code -weight ln sigmoid(score of positive - score of negative)}; returns that loss. */
    double rank(int userIndex, int positive, int negative, double weight) {
        users.sum(userIndex, user);
        double difference = items.sum(positive, item) - items.sum(negative, other);
        for (int f = 0; f < user.length; f++) {
            difference += user[f] * (item[f] - other[f]);
        }
        // Both from one exponential that cannot overflow: 1 - sigmoid(x) and -ln sigmoid(x).
        double small = Math.exp(-Math.abs(difference));
        double gain = learningRate * weight * ((difference > 0 ? small : 1) / (1 + small));
        items.step(positive, item, user, gain, decay);
        items.step(negative, other, user, -gain, decay);
        users.stepPair(userIndex, item, other, gain, decay);
        return weight * (Math.log1p(small) + Math.max(0, -difference));
    }

    private void begin() {
        setRate((double) (parameters.epochs() - epoch) / parameters.epochs());
        epoch++;
        shuffle();
    }

    private void setRate(double share) {
        learningRate = share * parameters.learningRate();
        decay = learningRate * parameters.regularization();
    }

    private void shuffle() {
        for (int n = order.length - 1; n > 0; n--) {
            int m = random.nextInt(n + 1);
            int swapped = order[n];
            order[n] = order[m];
            order[m] = swapped;
        }
    }

    /** What users had, to draw what they did not have. Immutable. */
    static final class Positives {
        private final int itemCount;
        private final int[] starts;
        private final int[] sorted;

        Positives(SparseRows rows) {
            this.itemCount = rows.columnCount();
            this.starts = new int[rows.rowCount() + 1];
            this.sorted = new int[rows.size()];
            for (int u = 0; u < rows.rowCount(); u++) {
                int[] row = rows.columnsOf(u);
                Arrays.sort(row);
                System.arraycopy(row, 0, sorted, starts[u], row.length);
                starts[u + 1] = starts[u] + row.length;
            }
        }

        /** An item the user did not have, or -1 if none was drawn. */
        int negative(int user, SplittableRandom random) {
            for (int draw = 0; draw < DRAWS_FOR_A_NEGATIVE; draw++) {
                int candidate = random.nextInt(itemCount);
                if (Arrays.binarySearch(sorted, starts[user], starts[user + 1], candidate) < 0) {
                    return candidate;
                }
            }
            return -1;
        }
    }
}
