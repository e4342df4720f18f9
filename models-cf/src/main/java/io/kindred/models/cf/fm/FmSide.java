package io.kindred.models.cf.fm;

import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.features.EntityFeatures;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The part of a factorisation machine that belongs to one side, users or items: a weight and a vector for each of its features.
 * A row's features add up to a vector, {@code sum_j v_j x_j}, and to a bias, their weights and the inner products among them;
 * the machine's score is the biases of both sides and the inner product of their vectors. Not thread-safe.
 */
final class FmSide {
    private static final double LIMIT = 1e6;

    private final EntityFeatures entities;
    private final int factors;
    final double[] weights;
    final double[] vectors;

    FmSide(EntityFeatures entities, int factors, double deviation, RandomGenerator random) {
        this.entities = entities;
        this.factors = factors;
        this.weights = new double[entities.featureCount()];
        // The check that a heap matrix makes is the one that is needed here.
        FloatMatrix.zeros(entities.featureCount(), factors);
        this.vectors = new double[entities.featureCount() * factors];
        for (int n = 0; n < vectors.length; n++) {
            vectors[n] = random.nextGaussian() * deviation;
        }
    }

    EntityFeatures entities() {
        return entities;
    }

    int factors() {
        return factors;
    }

    /** Writes a row's vector and returns its bias. */
    double sum(int row, double[] target) {
        Arrays.fill(target, 0, factors, 0.0);
        double bias = 0;
        double squares = 0;
        for (int p = entities.start(row); p < entities.end(row); p++) {
            double x = entities.weight(p);
            int at = entities.feature(p) * factors;
            bias += x * weights[entities.feature(p)];
            for (int f = 0; f < factors; f++) {
                double part = x * vectors[at + f];
                target[f] += part;
                squares += part * part;
            }
        }
        double square = 0;
        for (int f = 0; f < factors; f++) {
            square += target[f] * target[f];
        }
        return bias + 0.5 * (square - squares);
    }

    /**
     * One step of gradient descent on the features of a row, whose score has the slope
     * {@code x_j} by a weight and {@code x_j (own + other - x_j v_j)} by a vector.
     *
     * @param own the row's vector before the step
     * @param other the other side's vector
     * @param gain learning rate times how much the loss falls as the row's score grows
     * @param decay learning rate times L2 strength
     */
    void step(int row, double[] own, double[] other, double gain, double decay) {
        for (int p = entities.start(row); p < entities.end(row); p++) {
            double x = entities.weight(p);
            int feature = entities.feature(p);
            int at = feature * factors;
            weights[feature] += gain * x - decay * weights[feature];
            for (int f = 0; f < factors; f++) {
                double v = vectors[at + f];
                vectors[at + f] = v + gain * x * (own[f] + other[f] - x * v) - decay * v;
            }
        }
    }

    /** As {@link #step} for the difference of two scores of one row, in which what is the row's own cancels out. */
    void stepPair(int row, double[] minuend, double[] subtrahend, double gain, double decay) {
        for (int p = entities.start(row); p < entities.end(row); p++) {
            double x = entities.weight(p);
            int at = entities.feature(p) * factors;
            for (int f = 0; f < factors; f++) {
                double v = vectors[at + f];
                vectors[at + f] = v + gain * x * (minuend[f] - subtrahend[f]) - decay * v;
            }
        }
    }

    boolean diverged() {
        return beyond(weights) || beyond(vectors);
    }

    private static boolean beyond(double[] values) {
        double largest = 0;
        for (double value : values) {
            // Math.max hands a NaN on.
            largest = Math.max(largest, Math.abs(value));
        }
        return !(largest <= LIMIT);
    }

    /** Rows x (factors + 1): each row's vector and, last, its bias. */
    FloatMatrix sums() {
        FloatMatrix matrix = FloatMatrix.zeros(entities.rows(), factors + 1);
        double[] vector = new double[factors];
        for (int r = 0; r < entities.rows(); r++) {
            double bias = sum(r, vector);
            copy(vector, 0, matrix, r, bias);
        }
        return matrix;
    }

    /** Metadata indicators x (factors + 1): each feature's vector and, last, its weight. */
    FloatMatrix metadata() {
        FloatMatrix matrix = FloatMatrix.zeros(entities.metadataCount(), factors + 1);
        for (int j = 0; j < entities.metadataCount(); j++) {
            copy(vectors, j * factors, matrix, j, weights[j]);
        }
        return matrix;
    }

    private void copy(double[] source, int from, FloatMatrix target, int row, double last) {
        int at = row * (factors + 1);
        for (int f = 0; f < factors; f++) {
            target.array()[at + f] = (float) source[from + f];
        }
        target.array()[at + factors] = (float) last;
    }
}
