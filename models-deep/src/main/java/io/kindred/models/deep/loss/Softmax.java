package io.kindred.models.deep.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** Cross-entropy over items, all of them or a sample. Stateless. */
public final class Softmax {
    /** As good as minus infinity, and finite, so that no gradient becomes NaN. */
    private static final float NEVER = -1e9f;

    private Softmax() {}

    /**
     * The mean of {@code -ln softmax(hidden * items')[target]} over all items.
     *
     * @param hidden N x d
     * @param items all item vectors, I x d
     * @param targets item indices, int64, N
     */
    public static NDArray full(NDArray hidden, NDArray items, NDArray targets) {
        NDArray logs = hidden.matMul(items.transpose()).logSoftmax(1);
        return logs.gather(targets.reshape(-1, 1), 1).mean().neg();
    }

    /**
     * Cross-entropy over the target and a sample that all rows share, each score corrected by the logarithm of how often its
     * item is expected in the sample (Bengio and Senecal, Adaptive Importance Sampling to Accelerate Training of a Neural
     * Probabilistic Language Model, 2008). The target itself is left out where the sample has it.
     *
     * @param hidden N x d
     * @param positive vectors of the targets, N x d
     * @param negative vectors of the sample, K x d
     * @param targets item indices, int64, N
     * @param sample item indices, int64, K
     * @param correction to be taken from the scores of the sample, K: {@code ln(expected count)}
     */
    public static NDArray sampled(
            NDArray hidden, NDArray positive, NDArray negative, NDArray targets, NDArray sample, NDArray correction) {
        NDArray score = hidden.mul(positive).sum(new int[] {1}, true);
        NDArray others = hidden.matMul(negative.transpose()).sub(correction.reshape(1, -1));
        NDArray same = targets.reshape(-1, 1).eq(sample.reshape(1, -1)).toType(DataType.FLOAT32, false);
        NDArray logs = score.concat(others.add(same.mul(NEVER)), 1).logSoftmax(1);
        return logs.get(":, 0").mean().neg();
    }
}
