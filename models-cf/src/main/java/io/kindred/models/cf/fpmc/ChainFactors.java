package io.kindred.models.cf.fpmc;

import io.kindred.core.KindredException;
import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.pairwise.PairKernels;
import java.util.SplittableRandom;

/**
 * The vectors during training: U of users, L of items that a step leads from, and [I, T] of items that it leads to, side by
 * side. Rows are padded with zeros, which stay zeros. Threads may work on it at once as long as no two of them touch the same
 * user, item before or item after.
 */
final class ChainFactors {
    /** Spread of the first vectors' inner products. */
    private static final double INITIAL_SCALE = 0.1;

    private final PairKernels kernels = PairKernels.best();
    private final int factors;
    private final int stride;
    private final float[] users;
    private final float[] before;
    private final float[] after;

    /**
     * Random vectors.
     *
     * @throws KindredException if one side's vectors exceed what one array holds
     */
    ChainFactors(int userCount, int itemCount, int factors, long seed) {
        this.factors = factors;
        this.stride = PairKernels.padded(factors);
        long numbers = Math.max(1, Math.max(userCount, itemCount)) * 2L * stride;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new KindredException("fpmc: " + Math.max(userCount, itemCount) + " vectors of " + 2 * factors
                    + " numbers exceed what one matrix holds; set fewer factors");
        }
        this.users = new float[userCount * stride];
        this.before = new float[itemCount * stride];
        this.after = new float[itemCount * 2 * stride];
        SplittableRandom random = Transitions.random(seed, 0, 0);
        fill(users, random);
        fill(before, random);
        fill(after, random);
    }

    private void fill(float[] table, SplittableRandom random) {
        double scale = Math.sqrt(INITIAL_SCALE / Math.sqrt(factors));
        for (int row = 0; row < table.length; row += stride) {
            for (int f = 0; f < factors; f++) {
                table[row + f] = (float) (random.nextGaussian() * scale);
            }
        }
    }

    /** How far the score of one item after is above that of another. */
    float difference(int user, int from, int to, int other) {
        return kernels.difference(users, user * stride, after, to * 2 * stride, other * 2 * stride, stride)
                + kernels.difference(
                        before, from * stride, after, (to * 2 + 1) * stride, (other * 2 + 1) * stride, stride);
    }

    /**
     * One gradient step.
     *
     * @param gain learning rate times how much the loss falls as the difference of the scores grows
     * @param keep 1 minus learning rate times L2 strength
     */
    void step(int user, int from, int to, int other, float gain, float keep) {
        kernels.step(users, user * stride, after, to * 2 * stride, other * 2 * stride, stride, gain, keep);
        kernels.step(before, from * stride, after, (to * 2 + 1) * stride, (other * 2 + 1) * stride, stride, gain, keep);
    }

    /** The mean of some users' vectors, as one row. */
    FloatMatrix meanUser(boolean[] which) {
        double[] sums = new double[factors];
        int count = 0;
        for (int u = 0; u < which.length; u++) {
            if (which[u]) {
                count++;
                for (int f = 0; f < factors; f++) {
                    sums[f] += users[u * stride + f];
                }
            }
        }
        FloatMatrix mean = FloatMatrix.zeros(1, factors);
        for (int f = 0; f < factors; f++) {
            mean.array()[f] = (float) (sums[f] / Math.max(1, count));
        }
        return mean;
    }

    /** Copies a user's vector into a row of a wider matrix. */
    void copyUser(int user, float[] target, int offset) {
        System.arraycopy(users, user * stride, target, offset, factors);
    }

    /** A copy of L, items x factors; rows of zeros for items that no step leads from. */
    FloatMatrix beforeMatrix(boolean[] which) {
        FloatMatrix matrix = FloatMatrix.zeros(which.length, factors);
        for (int i = 0; i < which.length; i++) {
            if (which[i]) {
                System.arraycopy(before, i * stride, matrix.array(), i * factors, factors);
            }
        }
        return matrix;
    }

    /** A copy of [I, T], items x 2 factors. */
    FloatMatrix afterMatrix() {
        int items = before.length / stride;
        FloatMatrix matrix = FloatMatrix.zeros(items, 2 * factors);
        for (int half = 0; half < 2 * items; half++) {
            System.arraycopy(after, half * stride, matrix.array(), half * factors, factors);
        }
        return matrix;
    }
}
