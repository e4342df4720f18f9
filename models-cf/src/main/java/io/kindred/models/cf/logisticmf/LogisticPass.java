package io.kindred.models.cf.logisticmf;

import io.kindred.core.data.SparseRows;
import io.kindred.models.cf.pairwise.Mix;
import io.kindred.models.cf.pairwise.PairKernels;
import java.util.Arrays;

/**
 * One thread's steps of the rows of one side, given the other side. What it draws depends on seed, epoch and row alone. Not
 * thread-safe.
 */
final class LogisticPass {
    /**
     * Where a row's negatives come from.
     *
     * @param perPositive draws for each of the row's positives
     * @param perRow draws for every row
     * @param pool columns to draw from, each by how often it occurs; null for all columns alike
     */
    record Negatives(double perPositive, double perRow, int[] pool) {}

    private final PairKernels kernels = PairKernels.best();
    private final Mix random = new Mix();
    private final SparseRows rows;
    private final LogisticTable own;
    private final LogisticTable other;
    private final Negatives negatives;
    private final float meanValue;
    private final float[] gradient;
    /** The last row, plus 1, that has a column as positive. */
    private final int[] marks;

    private double loss;

    /**
     * @param meanValue of the positives where values are weights, else 0
     */
    LogisticPass(SparseRows rows, LogisticTable own, LogisticTable other, Negatives negatives, float meanValue) {
        this.rows = rows;
        this.own = own;
        this.other = other;
        this.negatives = negatives;
        this.meanValue = meanValue;
        this.gradient = new float[own.stride()];
        this.marks = new int[rows.columnCount()];
    }

    /** Moves the rows {@code [from, to)}; returns their loss before the steps. */
    double step(int from, int to, long seed, int epoch, float learningRate, float regularization) {
        loss = 0;
        for (int row = from; row < to; row++) {
            Arrays.fill(gradient, 0f);
            for (int p = rows.start(row); p < rows.end(row); p++) {
                marks[rows.column(p)] = row + 1;
                float weight =
                        meanValue == 0 ? 1f : Math.min(LogisticMfTrainer.LARGEST_WEIGHT, rows.value(p) / meanValue);
                add(row, rows.column(p), weight, true);
            }
            random.start(seed, epoch, row);
            int draws = (int) Math.ceil(negatives.perPositive() * rows.length(row) + negatives.perRow());
            for (int n = 0; n < draws; n++) {
                int column = draw();
                if (marks[column] != row + 1) {
                    add(row, column, 1f, false);
                }
            }
            own.step(row, gradient, learningRate, regularization);
        }
        return loss;
    }

    private int draw() {
        int[] pool = negatives.pool();
        return pool == null ? random.below(marks.length) : pool[random.below(pool.length)];
    }

    private void add(int row, int column, float weight, boolean positive) {
        int stride = own.stride();
        float score = kernels.dot(own.values(), row * stride, other.values(), column * stride, stride);
        float margin = positive ? score : -score;
        // Both from one exponential that cannot overflow: 1 - sigmoid(x) and -ln sigmoid(x).
        double small = Math.exp(-Math.abs(margin));
        double miss = (margin > 0 ? small : 1) / (1 + small);
        loss += weight * (Math.log(1 + small) + Math.max(0, -margin));
        float gain = (float) (weight * miss);
        kernels.add(gradient, 0, other.values(), column * stride, stride, positive ? gain : -gain);
    }
}
