package io.kindred.models.cf.nmf;

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
 * Vectors that are scaled, never moved below zero:
 * {@code p_uf = p_uf sum_i q_if r_ui / (sum_i q_if est_ui + regularization n_u p_uf)} over the n_u items rated by u, and
 * likewise for q, both from the vectors before the epoch; {@code est} is what is predicted now. In the biased form the biases
 * descend while the ratings are visited, with step {@value #BIAS_RATE} and L2 {@value #BIAS_REGULARIZATION}, as in svd. Not
 * thread-safe.
 */
final class NonNegativeFactors {
    private static final int USERS_BETWEEN_CHECKS = 256;
    private static final double BIAS_RATE = 0.005;
    private static final double BIAS_REGULARIZATION = 0.02;
    /** As many ratings at the default hold an unseen user back as the baseline's users. */
    private static final double FOLD_IN_RIDGE = 15;

    private final Ratings ratings;
    private final NmfParameters parameters;
    private final float[] users;
    private final float[] items;
    private final double[] userBias;
    private final double[] itemBias;

    NonNegativeFactors(Ratings ratings, NmfParameters parameters, long seed) {
        this.ratings = ratings;
        this.parameters = parameters;
        SplittableRandom random = new SplittableRandom(seed);
        this.users = uniform(ratings.userCount() * parameters.factors(), parameters.initialMaximum(), random);
        this.items = uniform(ratings.itemCount() * parameters.factors(), parameters.initialMaximum(), random);
        this.userBias = new double[ratings.userCount()];
        this.itemBias = new double[ratings.itemCount()];
    }

    private static float[] uniform(int size, double maximum, SplittableRandom random) {
        float[] numbers = new float[size];
        for (int n = 0; n < size; n++) {
            numbers[n] = (float) (maximum * random.nextDouble());
        }
        return numbers;
    }

    /** Visits every rating and scales every vector once; returns the sum of the squared errors met. */
    double epoch(Cancellation cancellation) throws InterruptedException {
        SparseRows rows = ratings.byUser();
        int d = parameters.factors();
        double mean = parameters.biased() ? ratings.mean() : 0;
        float[] itemWanted = new float[items.length];
        float[] itemFound = new float[items.length];
        float[] wanted = new float[d];
        float[] found = new float[d];
        float[] user = new float[d];
        double errors = 0;
        for (int u = 0; u < userBias.length; u++) {
            if (u % USERS_BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            System.arraycopy(users, u * d, user, 0, d);
            Arrays.fill(wanted, 0f);
            Arrays.fill(found, 0f);
            for (int p = rows.start(u); p < rows.end(u); p++) {
                int i = rows.column(p);
                float rating = rows.value(p);
                double estimate = mean + userBias[u] + itemBias[i] + Descent.dot(user, items, i * d);
                double error = rating - estimate;
                errors += error * error;
                if (parameters.biased()) {
                    userBias[u] += BIAS_RATE * (error - BIAS_REGULARIZATION * userBias[u]);
                    itemBias[i] += BIAS_RATE * (error - BIAS_REGULARIZATION * itemBias[i]);
                }
                add(rating, items, i * d, wanted, 0, d);
                add((float) estimate, items, i * d, found, 0, d);
                add(rating, user, 0, itemWanted, i * d, d);
                add((float) estimate, user, 0, itemFound, i * d, d);
            }
            scale(users, u * d, wanted, found, 0, rows.length(u));
        }
        for (int i = 0; i < itemBias.length; i++) {
            scale(items, i * d, itemWanted, itemFound, i * d, ratings.byItem().length(i));
        }
        return errors;
    }

    private static void add(float factor, float[] from, int start, float[] to, int at, int d) {
        for (int f = 0; f < d; f++) {
            to[at + f] = Math.fma(factor, from[start + f], to[at + f]);
        }
    }

    /** Where the biases of the biased form make a sum negative, its component becomes zero. */
    private void scale(float[] vectors, int start, float[] wanted, float[] found, int at, int count) {
        float strength = (float) (parameters.regularization() * count);
        for (int f = 0; f < parameters.factors(); f++) {
            float down = found[at + f] + strength * vectors[start + f];
            float scaled = vectors[start + f] * (wanted[at + f] / down);
            vectors[start + f] = down > 0 && scaled > 0 ? scaled : 0f;
        }
    }

    /** The model as it is now. */
    TrainedModel model(ModelInfo info) {
        RatingVectors vectors = new RatingVectors(
                info, ratings, parameters.factors(), users, items, FOLD_IN_RIDGE, parameters.regularization());
        return parameters.biased() ? vectors.biased(userBias, itemBias, parameters.factors()) : vectors.unbiased();
    }

    float[] users() {
        return users;
    }

    float[] items() {
        return items;
    }
}
