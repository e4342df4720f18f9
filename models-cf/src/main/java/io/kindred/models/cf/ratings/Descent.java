package io.kindred.models.cf.ratings;

import java.util.SplittableRandom;

/**
 * The arithmetic of gradient descent on ratings: plain loops over arrays in a fixed order, so that every machine computes the
 * same bits. Stateless and thread-safe.
 */
public final class Descent {
    private Descent() {}

    /** As many normally distributed numbers as asked for, with mean 0. */
    public static float[] gaussian(int size, double deviation, SplittableRandom random) {
        float[] numbers = new float[size];
        for (int n = 0; n < size; n++) {
            numbers[n] = (float) (deviation * random.nextGaussian());
        }
        return numbers;
    }

    /** {@code x . rows[start, start + x.length)}, summed in four lanes. */
    public static float dot(float[] x, float[] rows, int start) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int f = 0;
        for (; f + 3 < x.length; f += 4) {
            a = Math.fma(x[f], rows[start + f], a);
            b = Math.fma(x[f + 1], rows[start + f + 1], b);
            c = Math.fma(x[f + 2], rows[start + f + 2], c);
            d = Math.fma(x[f + 3], rows[start + f + 3], d);
        }
        for (; f < x.length; f++) {
            a = Math.fma(x[f], rows[start + f], a);
        }
        return (a + c) + (b + d);
    }

    /**
     * Moves x along a row and the row along x, both from what they were: {@code x = keep x + gain row} and
     * {@code row = keep row + rowGain x}, the row being {@code rows[start, start + x.length)}.
     */
    public static void step(float[] x, float gain, float[] rows, int start, float rowGain, float keep) {
        for (int f = 0; f < x.length; f++) {
            float left = x[f];
            float right = rows[start + f];
            x[f] = Math.fma(gain, right, keep * left);
            rows[start + f] = Math.fma(rowGain, left, keep * right);
        }
    }
}
