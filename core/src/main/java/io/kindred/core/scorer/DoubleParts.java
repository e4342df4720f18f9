package io.kindred.core.scorer;

import io.kindred.core.math.FloatMatrix;

/**
 * Doubles in a file of floats: each is the sum of two, which keeps 48 of its 53 bits, so that sums can go on where they were
 * saved. Stateless.
 */
final class DoubleParts {
    private DoubleParts() {}

    /** Rows x 2n: first the nearest floats, then what they miss. */
    static FloatMatrix split(double[][] rows, int n) {
        FloatMatrix parts = FloatMatrix.zeros(rows.length, 2 * n);
        for (int r = 0; r < rows.length; r++) {
            for (int j = 0; j < n; j++) {
                float near = (float) rows[r][j];
                parts.array()[2 * n * r + j] = near;
                parts.array()[2 * n * r + n + j] = (float) (rows[r][j] - near);
            }
        }
        return parts;
    }

    static double[][] join(FloatMatrix parts) {
        int n = parts.columns() / 2;
        double[][] rows = new double[parts.rows()][n];
        for (int r = 0; r < rows.length; r++) {
            float[] row = parts.row(r);
            for (int j = 0; j < n; j++) {
                rows[r][j] = (double) row[j] + row[n + j];
            }
        }
        return rows;
    }
}
