package io.kindred.models.cf.puresvd;

import io.kindred.models.cf.parallel.ParallelRows;

/**
 * Orthonormalises the columns of a tall matrix by Cholesky factorisation of its Gram matrix, twice, since once leaves an
 * error that grows with the square of the matrix's condition (Yamamoto, Nakatsukasa, Yanagisawa, Fukaya: Roundoff Error
 * Analysis of the CholeskyQR2 Algorithm, 2015). A column that depends on those before it becomes zero.
 */
final class Orthonormal {
    /** A squared length below this share of what it was before the other columns were taken out is rounding error. */
    private static final double DEPENDENT = 1e-13;

    private Orthonormal() {}

    static TallMatrix of(TallMatrix matrix, ParallelRows threads) throws InterruptedException {
        TallMatrix once = step(matrix, threads);
        return step(once, threads);
    }

    private static TallMatrix step(TallMatrix matrix, ParallelRows threads) throws InterruptedException {
        int n = matrix.columns();
        return matrix.times(inverseFactor(matrix.gram(threads), n), n, threads);
    }

    /** The inverse of the upper triangular R with {@code R'R = gram}, row-major, with zeros for dependent columns. */
    static double[] inverseFactor(double[] gram, int n) {
        double[] r = new double[n * n];
        double[] inverse = new double[n * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < j; i++) {
                double sum = gram[i * n + j];
                for (int k = 0; k < i; k++) {
                    sum -= r[k * n + i] * r[k * n + j];
                }
                r[i * n + j] = r[i * n + i] == 0 ? 0 : sum / r[i * n + i];
            }
            double left = gram[j * n + j];
            for (int k = 0; k < j; k++) {
                left -= r[k * n + j] * r[k * n + j];
            }
            if (left > DEPENDENT * gram[j * n + j]) {
                r[j * n + j] = Math.sqrt(left);
                invertColumn(r, inverse, n, j);
            }
        }
        return inverse;
    }

    private static void invertColumn(double[] r, double[] inverse, int n, int j) {
        inverse[j * n + j] = 1 / r[j * n + j];
        for (int i = j - 1; i >= 0; i--) {
            double sum = 0;
            for (int k = i + 1; k <= j; k++) {
                sum += r[i * n + k] * inverse[k * n + j];
            }
            inverse[i * n + j] = r[i * n + i] == 0 ? 0 : -sum / r[i * n + i];
        }
    }
}
