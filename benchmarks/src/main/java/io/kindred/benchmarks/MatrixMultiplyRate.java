package io.kindred.benchmarks;

import dev.ludovic.netlib.blas.BLAS;
import io.kindred.benchmarks.cf.Clock;
import io.kindred.models.cf.lapack.LinearAlgebra;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Billions of float operations that the machine's matrix multiplication does in a second of processor time: of the native
 * library where there is one, else of the one in Java.
 */
final class MatrixMultiplyRate {
    private static final double OPERATIONS_PER_ROUND = 4e9;
    private static final int ROUNDS = 7;

    private final BLAS blas = LinearAlgebra.best().blas();

    /** The library that is measured. */
    String library() {
        return blas.getClass().getSimpleName().toLowerCase(Locale.ROOT).contains("jni") ? "native" : "Java";
    }

    /** The median of some rounds for {@code rows x depth} times {@code depth x columns}. */
    double of(int rows, int columns, int depth) {
        float[] left = numbers(rows * depth, 1);
        float[] right = numbers(depth * columns, 2);
        float[] product = new float[rows * columns];
        double operations = 2.0 * rows * columns * depth;
        int times = Math.max(1, (int) (OPERATIONS_PER_ROUND / operations));
        double[] rates = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            Clock clock = new Clock();
            for (int t = 0; t < times; t++) {
                blas.sgemm("T", "N", rows, columns, depth, 1f, left, depth, right, depth, 0f, product, rows);
            }
            if (round >= 0) {
                rates[round] = times * operations * 1e-9 / clock.processorSeconds();
            }
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }

    private static float[] numbers(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
