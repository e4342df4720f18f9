package io.kindred.models.cf.svdpp;

import io.kindred.core.data.SparseRows;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.models.cf.ratings.Descent;
import io.kindred.models.cf.ratings.RatingVectors;
import io.kindred.models.cf.ratings.Ratings;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The descent of SVD++, rating by rating, user by user, in one thread.
 *
 * <p>Every rating of a user moves the vector y_j of each of the n items they rated, alike:
 * {@code y_j = keep y_j + gain n^-1/2 q}. Done literally, a user costs n^2. But {@code s = n^-1/2 sum_j y_j} then moves by
 * {@code s = keep s + gain q}, which is just how {@code p} moves, so that only {@code x = p + s} has to be followed through the
 * user's ratings: {@code x = keep x + 2 gain q}. After them p and s have both lost the same share and moved by the same d, each
 * y_j by {@code n^-1/2 d}. The result is that of the literal descent, at the cost of plain SVD. Not thread-safe.
 */
final class ImplicitDescent {
    private static final int USERS_BETWEEN_CHECKS = 256;

    private final Ratings ratings;
    private final SvdppParameters parameters;
    private final float[] users;
    private final float[] items;
    private final float[] rated;
    private final double[] userBias;
    private final double[] itemBias;

    ImplicitDescent(Ratings ratings, SvdppParameters parameters, long seed) {
        this.ratings = ratings;
        this.parameters = parameters;
        SplittableRandom random = new SplittableRandom(seed);
        int d = parameters.factors();
        this.users = Descent.gaussian(ratings.userCount() * d, parameters.initialDeviation(), random);
        this.items = Descent.gaussian(ratings.itemCount() * d, parameters.initialDeviation(), random);
        this.rated = Descent.gaussian(ratings.itemCount() * d, parameters.initialDeviation(), random);
        this.userBias = new double[ratings.userCount()];
        this.itemBias = new double[ratings.itemCount()];
    }

    /** Visits every rating once; returns the sum of the squared errors met. */
    double epoch(Cancellation cancellation) throws InterruptedException {
        int d = parameters.factors();
        float[] before = new float[d];
        float[] x = new float[d];
        double errors = 0;
        for (int u = 0; u < userBias.length; u++) {
            if (u % USERS_BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            if (ratings.byUser().length(u) > 0) {
                vector(u, before);
                System.arraycopy(before, 0, x, 0, d);
                errors += visit(u, x);
                spread(u, before, x);
            }
        }
        return errors;
    }

    /** Follows the user's vector x through their ratings. */
    private double visit(int user, float[] x) {
        SparseRows rows = ratings.byUser();
        int d = parameters.factors();
        double rate = parameters.learningRate();
        double regularization = parameters.regularization();
        float keep = (float) (1 - rate * regularization);
        double bias = userBias[user];
        double errors = 0;
        for (int p = rows.start(user); p < rows.end(user); p++) {
            int i = rows.column(p);
            double error = rows.value(p) - (ratings.mean() + bias + itemBias[i] + Descent.dot(x, items, i * d));
            errors += error * error;
            bias += rate * (error - regularization * bias);
            itemBias[i] += rate * (error - regularization * itemBias[i]);
            float gain = (float) (rate * error);
            Descent.step(x, 2 * gain, items, i * d, gain, keep);
        }
        userBias[user] = bias;
        return errors;
    }

    /** Gives the user's own vector and those of what they rated their parts of the way from {@code before} to {@code after}. */
    private void spread(int user, float[] before, float[] after) {
        SparseRows rows = ratings.byUser();
        int d = parameters.factors();
        int n = rows.length(user);
        float kept = (float) Math.pow((float) (1 - parameters.learningRate() * parameters.regularization()), n);
        float[] half = new float[d];
        for (int f = 0; f < d; f++) {
            half[f] = 0.5f * (after[f] - kept * before[f]);
            users[user * d + f] = Math.fma(kept, users[user * d + f], half[f]);
        }
        float share = (float) (1 / Math.sqrt(n));
        for (int p = rows.start(user); p < rows.end(user); p++) {
            int start = rows.column(p) * d;
            for (int f = 0; f < d; f++) {
                rated[start + f] = Math.fma(share, half[f], kept * rated[start + f]);
            }
        }
    }

    /** Writes {@code p + n^-1/2 sum_j y_j}. */
    private void vector(int user, float[] target) {
        SparseRows rows = ratings.byUser();
        int d = parameters.factors();
        Arrays.fill(target, 0f);
        for (int p = rows.start(user); p < rows.end(user); p++) {
            int start = rows.column(p) * d;
            for (int f = 0; f < d; f++) {
                target[f] += rated[start + f];
            }
        }
        float share = (float) (1 / Math.sqrt(Math.max(1, rows.length(user))));
        for (int f = 0; f < d; f++) {
            target[f] = Math.fma(share, target[f], users[user * d + f]);
        }
    }

    /** The model as it is now. Users and what they rated both move with each rating, hence the 2 in an unseen user's ridge. */
    TrainedModel model(ModelInfo info) {
        int d = parameters.factors();
        float[] vectors = new float[users.length];
        float[] one = new float[d];
        for (int u = 0; u < ratings.userCount(); u++) {
            vector(u, one);
            System.arraycopy(one, 0, vectors, u * d, d);
        }
        return new RatingVectors(
                        info,
                        ratings,
                        d,
                        vectors,
                        items,
                        1 / (2 * parameters.learningRate() * parameters.epochs()),
                        parameters.regularization())
                .biased(userBias, itemBias, d);
    }
}
