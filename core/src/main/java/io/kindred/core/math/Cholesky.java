package io.kindred.core.math;

/**
 * Cholesky factorisation of small symmetric positive definite systems in double precision, in place and row-major, using
 * the lower triangle only. A pivot that rounding has made non-positive is raised to a tiny positive one, so that
 * collinear vectors yield a finite (minimum-change) solution instead of NaN. Stateless and thread-safe.
 */
public final class Cholesky {
    private static final double RELATIVE_FLOOR = 1e-13;

    private Cholesky() {}

    /** Overwrites the lower triangle of the n x n matrix a with L, where {@code a = L L'}. */
    public static void factorise(double[] a, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, a[i * n + i]);
        }
        double floor = Math.max(largest * RELATIVE_FLOOR, Double.MIN_NORMAL);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                a[i * n + j] = i == j ? Math.sqrt(Math.max(sum, floor)) : sum / a[j * n + j];
            }
        }
    }

    /** Solves {@code L L' x = b} in place of b, given the factor of {@link #factorise}. */
    public static void solve(double[] l, int n, double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i * n + k] * b[k];
            }
            b[i] = sum / l[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k * n + i] * b[k];
            }
            b[i] = sum / l[i * n + i];
        }
    }
}
