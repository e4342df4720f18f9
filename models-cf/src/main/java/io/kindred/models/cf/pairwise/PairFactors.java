package io.kindred.models.cf.pairwise;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.scorer.FactorsModel;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The vectors of users and items and the items' biases during training. Rows are padded with zeros, which stay zeros. Threads
 * may work on it at once as long as no two of them touch the same user or item.
 */
public final class PairFactors {
    /** Spread of the first vectors' inner products. */
    private static final double INITIAL_SCALE = 0.1;
    /** Beyond this the inner product of two vectors could overflow. */
    private static final float LIMIT = 1e15f;

    private final PairKernels kernels = PairKernels.best();
    private final int factors;
    private final int stride;
    private final float[] users;
    private final float[] items;
    private final float[] biases;
    private final boolean[] known;

    /**
     * Random vectors. A user without interactions keeps a vector of zeros; an item without has a random one, because it serves
     * as a negative.
     *
     * @param model names the model in errors
     * @throws KindredException if one side's vectors exceed what one array holds
     */
    PairFactors(String model, Interactions interactions, int factors, long seed) {
        this.factors = factors;
        this.stride = PairKernels.padded(factors);
        // The exported rows have one more column, for the bias.
        long rows = Math.max(1, Math.max(interactions.userCount(), interactions.itemCount()));
        if (rows * Math.max(stride, factors + 1) > Integer.MAX_VALUE - 8) {
            throw new KindredException(model + ": " + rows + " vectors of " + factors
                    + " factors exceed what one matrix holds; set factors to at most "
                    + Math.max(1, (((Integer.MAX_VALUE - 8) / rows) & -PairKernels.LANES) - 1));
        }
        this.users = new float[interactions.userCount() * stride];
        this.items = new float[interactions.itemCount() * stride];
        this.biases = new float[interactions.itemCount()];
        this.known = new boolean[interactions.userCount()];
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double scale = Math.sqrt(INITIAL_SCALE / Math.sqrt(factors));
        for (int u = 0; u < known.length; u++) {
            known[u] = interactions.byUser().length(u) > 0;
            if (known[u]) {
                fill(users, u, random, scale);
            }
        }
        for (int i = 0; i < biases.length; i++) {
            fill(items, i, random, scale);
        }
    }

    private void fill(float[] table, int row, RandomGenerator random, double scale) {
        for (int f = 0; f < factors; f++) {
            table[row * stride + f] = (float) (random.nextGaussian() * scale);
        }
    }

    /** Puts the vectors of an earlier model in the place of the random ones; users and items added since keep theirs. */
    void startFrom(FactorsModel model) {
        float[] row = new float[factors + 1];
        for (int u = 0; u < model.userFactors().rows(); u++) {
            if (model.canScore(u)) {
                model.userFactors().copyRow(u, row);
                System.arraycopy(row, 0, users, u * stride, factors);
            }
        }
        for (int i = 0; i < model.itemVectors().rows(); i++) {
            model.itemVectors().copyRow(i, row);
            System.arraycopy(row, 0, items, i * stride, factors);
            biases[i] = row[factors];
        }
    }

    /** How many items there are. */
    public int itemCount() {
        return biases.length;
    }

    /** The score of an item for a user. */
    public float score(int user, int item) {
        return biases[item] + kernels.dot(users, user * stride, items, item * stride, stride);
    }

    /** How far the score of the positive is above that of the negative. */
    public float difference(int user, int positive, int negative) {
        return biases[positive]
                - biases[negative]
                + kernels.difference(users, user * stride, items, positive * stride, negative * stride, stride);
    }

    /**
     * One gradient step on a pair.
     *
     * @param gain learning rate times how much the loss falls as the difference of the scores grows
     * @param keep 1 minus learning rate times L2 strength
     */
    public void step(int user, int positive, int negative, float gain, float keep) {
        kernels.step(users, user * stride, items, positive * stride, negative * stride, stride, gain, keep);
        biases[positive] = Math.fma(biases[positive], keep, gain);
        biases[negative] = Math.fma(biases[negative], keep, -gain);
    }

    /** Whether some number has grown beyond use. */
    boolean diverged() {
        return beyond(users) || beyond(items) || beyond(biases);
    }

    private static boolean beyond(float[] values) {
        float largest = 0;
        for (float value : values) {
            // Math.max hands a NaN on.
            largest = Math.max(largest, Math.abs(value));
        }
        return !(largest <= LIMIT);
    }

    /** A copy, users x (factors + 1): the last column is the constant that meets the items' bias, 0 for unknown users. */
    FloatMatrix userMatrix() {
        FloatMatrix matrix = withColumn(users, known.length);
        for (int u = 0; u < known.length; u++) {
            matrix.array()[u * (factors + 1) + factors] = known[u] ? 1 : 0;
        }
        return matrix;
    }

    /** A copy, items x (factors + 1): the last column is the bias. */
    FloatMatrix itemMatrix() {
        FloatMatrix matrix = withColumn(items, biases.length);
        for (int i = 0; i < biases.length; i++) {
            matrix.array()[i * (factors + 1) + factors] = biases[i];
        }
        return matrix;
    }

    private FloatMatrix withColumn(float[] table, int rows) {
        FloatMatrix matrix = FloatMatrix.zeros(rows, factors + 1);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(table, r * stride, matrix.array(), r * (factors + 1), factors);
        }
        return matrix;
    }
}
