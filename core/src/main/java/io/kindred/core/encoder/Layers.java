package io.kindred.core.encoder;

import io.kindred.core.math.FloatMatrix;

/** The layers that encoders are made of, for one position. Stateless and thread-safe. */
final class Layers {
    private static final float EPSILON = 1e-5f;

    private Layers() {}

    /**
     * {@code out[o] = weights[first + o] . x + bias[o]} for {@code count} rows of weights.
     *
     * @param bias from {@code biasOffset}
     */
    static void linear(
            FloatMatrix weights, int first, int count, float[] bias, int biasOffset, float[] x, float[] out, int at) {
        weights.dots(x, first, first + count, out, at);
        for (int o = 0; o < count; o++) {
            out[at + o] += bias[biasOffset + o];
        }
    }

    /**
     * Layer norm (Ba, Kiros, Hinton, Layer Normalization, 2016): {@code (x - mean) / deviation * gamma + beta}.
     *
     * @param norm gamma, then beta, from {@code offset}
     */
    static void normalise(float[] x, int from, int count, float[] norm, int offset, float[] out) {
        double mean = 0;
        for (int n = 0; n < count; n++) {
            mean += x[from + n];
        }
        mean /= count;
        double square = 0;
        for (int n = 0; n < count; n++) {
            double off = x[from + n] - mean;
            square += off * off;
        }
        double scale = 1 / Math.sqrt(square / count + EPSILON);
        for (int n = 0; n < count; n++) {
            out[n] = (float) ((x[from + n] - mean) * scale) * norm[offset + n] + norm[offset + count + n];
        }
    }

    /** Shares that add up to 1, proportional to {@code exp(x)}; in place. */
    static void softmax(float[] x, int count) {
        float most = Float.NEGATIVE_INFINITY;
        for (int n = 0; n < count; n++) {
            most = Math.max(most, x[n]);
        }
        double sum = 0;
        for (int n = 0; n < count; n++) {
            double share = Math.exp(x[n] - most);
            x[n] = (float) share;
            sum += share;
        }
        for (int n = 0; n < count; n++) {
            x[n] = (float) (x[n] / sum);
        }
    }

    /** {@code x * P(N <= x)} of a standard normal N (Hendrycks and Gimpel, Gaussian Error Linear Units, 2016); in place. */
    static void gelu(float[] x, int count) {
        for (int n = 0; n < count; n++) {
            x[n] = (float) (0.5 * x[n] * (1 + erf(x[n] / Math.sqrt(2))));
        }
    }

    /** The error function to 1.5e-7 (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 7.1.26). */
    static double erf(double x) {
        double t = 1 / (1 + 0.3275911 * Math.abs(x));
        double poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        double value = 1 - poly * Math.exp(-x * x);
        return x < 0 ? -value : value;
    }
}
