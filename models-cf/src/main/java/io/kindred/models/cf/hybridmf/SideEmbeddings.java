package io.kindred.models.cf.hybridmf;

import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.features.EntityFeatures;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The embeddings and biases of the features of one side, with the sums of squared gradients that Adagrad divides by (Duchi,
 * Hazan, Singer: Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, 2011). A row holds the
 * embedding and, last, the bias. Not thread-safe.
 */
final class SideEmbeddings {
    private static final float LIMIT = 1e6f;

    private final EntityFeatures entities;
    private final int factors;
    private final int width;
    private final float learningRate;
    private final float regularization;
    private final float[] values;
    private final float[] squares;

    SideEmbeddings(
            EntityFeatures entities, int factors, double learningRate, double regularization, SplittableRandom random) {
        this.entities = entities;
        this.factors = factors;
        this.width = factors + 1;
        this.learningRate = (float) learningRate;
        this.regularization = (float) regularization;
        this.values = FloatMatrix.zeros(entities.featureCount(), width).array();
        this.squares = new float[values.length];
        Arrays.fill(squares, 1f);
        for (int f = 0; f < entities.featureCount(); f++) {
            for (int c = 0; c < factors; c++) {
                values[f * width + c] = (float) (random.nextDouble(-0.5, 0.5) / factors);
            }
        }
    }

    EntityFeatures entities() {
        return entities;
    }

    /** Writes the vector and the bias of a user or item: the weighted sum over its features. */
    void sum(int row, float[] target) {
        Arrays.fill(target, 0, width, 0f);
        for (int p = entities.start(row); p < entities.end(row); p++) {
            float weight = entities.weight(p);
            int at = entities.feature(p) * width;
            for (int c = 0; c < width; c++) {
                target[c] = Math.fma(weight, values[at + c], target[c]);
            }
        }
    }

    /**
     * Goes down a gradient.
     *
     * @param other the other side's vector, which a score's gradient is made of; its bias place is not looked at
     * @param slope of the loss by the score
     */
    void descend(int row, float[] other, float slope) {
        for (int p = entities.start(row); p < entities.end(row); p++) {
            float scaled = slope * entities.weight(p);
            int at = entities.feature(p) * width;
            for (int c = 0; c < factors; c++) {
                move(at + c, scaled * other[c]);
            }
            move(at + factors, scaled);
        }
    }

    /** As {@link #descend} where two scores with opposite slopes share this row, so that its bias cancels out. */
    void descendPair(int row, float[] minuend, float[] subtrahend, float slope) {
        for (int p = entities.start(row); p < entities.end(row); p++) {
            float scaled = slope * entities.weight(p);
            int at = entities.feature(p) * width;
            for (int c = 0; c < factors; c++) {
                move(at + c, scaled * (minuend[c] - subtrahend[c]));
            }
        }
    }

    private void move(int at, float slope) {
        float gradient = Math.fma(regularization, values[at], slope);
        values[at] -= learningRate * gradient / (float) Math.sqrt(squares[at]);
        squares[at] = Math.fma(gradient, gradient, squares[at]);
    }

    boolean diverged() {
        float largest = 0;
        for (float value : values) {
            // Math.max hands a NaN on.
            largest = Math.max(largest, Math.abs(value));
        }
        return !(largest <= LIMIT);
    }

    /** Rows x (factors + 1): each row's vector and, last, its bias. */
    FloatMatrix sums() {
        FloatMatrix matrix = FloatMatrix.zeros(entities.rows(), width);
        float[] sum = new float[width];
        for (int r = 0; r < entities.rows(); r++) {
            sum(r, sum);
            System.arraycopy(sum, 0, matrix.array(), r * width, width);
        }
        return matrix;
    }

    /** Metadata indicators x (factors + 1): the embeddings, a copy. */
    FloatMatrix metadata() {
        int count = entities.metadataCount();
        return FloatMatrix.of(Arrays.copyOf(values, count * width), count, width);
    }
}
