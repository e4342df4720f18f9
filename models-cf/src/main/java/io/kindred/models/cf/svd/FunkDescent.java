package io.kindred.models.cf.svd;

import io.kindred.core.data.SparseRows;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.models.cf.ratings.Descent;
import io.kindred.models.cf.ratings.RatingVectors;
import io.kindred.models.cf.ratings.Ratings;
import java.util.SplittableRandom;

/**
 * The vectors and biases that descend, rating by rating, user by user: one thread, whatever the machine has, so that the
 * result depends on the seed alone. Not thread-safe.
 */
public final class FunkDescent {
    private static final int USERS_BETWEEN_CHECKS = 256;

    private final Ratings ratings;
    private final SvdParameters parameters;
    private final boolean biased;
    private final float[] users;
    private final float[] items;
    private final double[] userBias;
    private final double[] itemBias;

    /**
     * @param biased whether the mean and biases are part of a rating; otherwise the inner product is all of it
     */
    public FunkDescent(Ratings ratings, SvdParameters parameters, boolean biased, long seed) {
        this.ratings = ratings;
        this.parameters = parameters;
        this.biased = biased;
        SplittableRandom random = new SplittableRandom(seed);
        int d = parameters.factors();
        this.users = Descent.gaussian(ratings.userCount() * d, parameters.initialDeviation(), random);
        this.items = Descent.gaussian(ratings.itemCount() * d, parameters.initialDeviation(), random);
        this.userBias = new double[ratings.userCount()];
        this.itemBias = new double[ratings.itemCount()];
    }

    /**
     * Visits every rating once.
     *
     * @return the sum of the squared errors met
     * @throws InterruptedException if the run was cancelled
     */
    public double epoch(Cancellation cancellation) throws InterruptedException {
        SparseRows rows = ratings.byUser();
        int d = parameters.factors();
        double rate = parameters.learningRate();
        double regularization = parameters.regularization();
        double mean = biased ? ratings.mean() : 0;
        float keep = (float) (1 - rate * regularization);
        float[] user = new float[d];
        double errors = 0;
        for (int u = 0; u < userBias.length; u++) {
            if (u % USERS_BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            System.arraycopy(users, u * d, user, 0, d);
            for (int p = rows.start(u); p < rows.end(u); p++) {
                int i = rows.column(p);
                double error = rows.value(p) - (mean + userBias[u] + itemBias[i] + Descent.dot(user, items, i * d));
                errors += error * error;
                if (biased) {
                    userBias[u] += rate * (error - regularization * userBias[u]);
                    itemBias[i] += rate * (error - regularization * itemBias[i]);
                }
                float gain = (float) (rate * error);
                Descent.step(user, gain, items, i * d, gain, keep);
            }
            System.arraycopy(user, 0, users, u * d, d);
        }
        return errors;
    }

    /** The model as it is now. An unseen user's ridge is what the descent's early end and its L2 term amount to. */
    public TrainedModel model(ModelInfo info) {
        RatingVectors vectors = new RatingVectors(
                info,
                ratings,
                parameters.factors(),
                users,
                items,
                1 / (parameters.learningRate() * parameters.epochs()),
                parameters.regularization());
        return biased ? vectors.biased(userBias, itemBias, parameters.factors()) : vectors.unbiased();
    }
}
