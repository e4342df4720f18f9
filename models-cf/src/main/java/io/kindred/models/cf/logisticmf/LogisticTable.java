package io.kindred.models.cf.logisticmf;

import io.kindred.core.KindredException;
import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.pairwise.PairKernels;
import java.util.SplittableRandom;

/**
 * The rows of one side during training: the vector, the own bias, a constant 1 that meets the other side's bias, and padding
 * with zeros. Threads may work on different rows.
 */
final class LogisticTable {
    /** Spread of the first numbers. */
    private static final double INITIAL_SCALE = 0.1;
    /** So that the first step has the length of the learning rate even for a small gradient. */
    private static final double TINY = 1e-6;

    private final int factors;
    private final int stride;
    private final int biasAt;
    private final int constantAt;
    private final float[] values;
    private final float[] squares;

    /**
     * @param users whether these are the users, whose bias comes first, or the items, whose constant comes first
     */
    LogisticTable(int rows, int factors, boolean users, SplittableRandom random) {
        this.factors = factors;
        this.stride = PairKernels.padded(factors + 2);
        if ((long) rows * stride > Integer.MAX_VALUE - 8) {
            throw new KindredException("logistic-mf: " + rows + " vectors of " + factors
                    + " factors exceed what one matrix holds; set a smaller number of factors");
        }
        this.biasAt = users ? factors : factors + 1;
        this.constantAt = users ? factors + 1 : factors;
        this.values = new float[rows * stride];
        this.squares = new float[rows * stride];
        double scale = INITIAL_SCALE / Math.sqrt(factors);
        for (int r = 0; r < rows; r++) {
            for (int f = 0; f < factors; f++) {
                values[r * stride + f] = (float) (random.nextGaussian() * scale);
            }
            values[r * stride + constantAt] = 1;
        }
    }

    /** Length of a row. */
    int stride() {
        return stride;
    }

    /** The rows themselves, not a copy. */
    float[] values() {
        return values;
    }

    /**
     * A step of AdaGrad (Duchi, Hazan, Singer: Adaptive Subgradient Methods for Online Learning and Stochastic Optimization,
     * 2011) up the gradient less the pull of the L2 penalty.
     *
     * @param gradient of one row; overwritten
     */
    void step(int row, float[] gradient, float learningRate, float regularization) {
        int at = row * stride;
        gradient[constantAt] = 0;
        for (int f = 0; f <= factors + 1; f++) {
            float slope = f == constantAt ? 0 : gradient[f] - regularization * values[at + f];
            squares[at + f] += slope * slope;
            values[at + f] += (float) (learningRate * slope / Math.sqrt(TINY + squares[at + f]));
        }
    }

    /**
     * A copy, rows x (factors + 1): the last column is the bias, or a 1 in its place.
     *
     * @param known whether a row was learnt; the others become zeros. Null for all
     */
    FloatMatrix toMatrix(boolean withBias, boolean[] known) {
        int rows = values.length / stride;
        FloatMatrix matrix = FloatMatrix.zeros(rows, factors + 1);
        for (int r = 0; r < rows; r++) {
            if (known == null || known[r]) {
                System.arraycopy(values, r * stride, matrix.array(), r * (factors + 1), factors);
                matrix.array()[r * (factors + 1) + factors] = withBias ? values[r * stride + biasAt] : 1f;
            }
        }
        return matrix;
    }
}
