package io.kindred.models.cf.eals;

import java.util.Arrays;

/**
 * Minimises the objective over one component of a row's vector after the other, everything else held fixed. With
 * {@code excess_j = weight_j - m c_j} (an observed pair's weight less what it would weigh missing), {@code S = sum of c y y'}
 * over the whole other side and m the row's own missing weight, component f becomes
 * {@code (sum_j (weight_j - excess_j s_j) y_jf + x_f sum_j excess_j y_jf^2 - m sum_k!=f S_fk x_k) / (sum_j excess_j y_jf^2 + m S_ff + reg)},
 * s_j being the present scores of the history. Belongs to one thread.
 */
final class CoordinateSweep {
    private final Side other;
    private final double[] gram;
    private final boolean weighted;
    private final int d;
    /** The history's vectors, one component a row. */
    private float[] components = new float[0];

    private float[] excess = new float[0];
    /** {@code weight_j - excess_j s_j}. */
    private float[] targets = new float[0];

    private final float[] vector;
    private final double[] image;

    /**
     * @param other the side that is held fixed
     * @param gram its {@link Side#weightedGram}
     * @param weighted whether interaction values weigh the pairs
     */
    CoordinateSweep(Side other, double[] gram, boolean weighted) {
        this.other = other;
        this.gram = gram;
        this.weighted = weighted;
        this.d = other.factors();
        this.vector = new float[d];
        this.image = new double[d];
    }

    /** Sweeps a row once with this L2 strength; a row without history gets zeros. */
    void sweep(Side side, int row, double strength) {
        int length = side.history().length(row);
        if (length == 0) {
            Arrays.fill(side.vectors().array(), row * d, (row + 1) * d, 0f);
            return;
        }
        System.arraycopy(side.vectors().array(), row * d, vector, 0, d);
        float own = side.missing()[row];
        gather(side, row, length, own);
        project();
        for (int f = 0; f < d; f++) {
            int from = f * length;
            double slope = 0;
            double curvature = 0;
            for (int j = 0; j < length; j++) {
                float y = components[from + j];
                slope += targets[j] * y;
                curvature += excess[j] * y * y;
            }
            double x = vector[f];
            double shared = own * gram[f * d + f];
            double moved = (slope + x * curvature - (own * image[f] - shared * x)) / (curvature + shared + strength);
            vector[f] = (float) moved;
            float step = vector[f] - (float) x;
            for (int j = 0; j < length; j++) {
                targets[j] -= excess[j] * step * components[from + j];
            }
            for (int k = 0; k < d; k++) {
                image[k] += step * gram[f * d + k];
            }
        }
        System.arraycopy(vector, 0, side.vectors().array(), row * d, d);
    }

    private void gather(Side side, int row, int length, float own) {
        if (excess.length < length) {
            int capacity = Math.max(length, 2 * excess.length);
            excess = new float[capacity];
            targets = new float[capacity];
        }
        if (components.length < length * d) {
            components = new float[length * d];
        }
        int start = side.history().start(row);
        float[] vectors = other.vectors().array();
        for (int j = 0; j < length; j++) {
            int column = side.history().column(start + j);
            float weight = weighted ? side.history().value(start + j) : 1f;
            excess[j] = weight - own * other.missing()[column];
            float score = 0f;
            for (int f = 0; f < d; f++) {
                float y = vectors[column * d + f];
                components[f * length + j] = y;
                score += y * vector[f];
            }
            targets[j] = weight - excess[j] * score;
        }
    }

    /** The image of the vector under the Gram matrix. */
    private void project() {
        Arrays.fill(image, 0);
        for (int k = 0; k < d; k++) {
            double x = vector[k];
            for (int f = 0; f < d; f++) {
                image[f] += x * gram[k * d + f];
            }
        }
    }
}
