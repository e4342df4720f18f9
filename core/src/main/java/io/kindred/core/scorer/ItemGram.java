package io.kindred.core.scorer;

import io.kindred.core.math.FloatMatrix;
import java.util.Arrays;

/** The sum of the outer products of a matrix' rows. */
final class ItemGram {
    /** Rows that are added at once, so that the sums are loaded and stored less often. */
    private static final int ROWS = 4;

    private ItemGram() {}

    /** {@code Y'Y}, d x d row-major, the lower triangle only; the sums run in double precision in the order of the rows. */
    static double[] of(FloatMatrix rows) {
        int d = rows.columns();
        double[] gram = new double[d * d];
        float[] row = new float[d];
        double[][] y = new double[ROWS][d];
        for (int from = 0; from < rows.rows(); from += ROWS) {
            for (int r = 0; r < ROWS; r++) {
                if (from + r >= rows.rows()) {
                    Arrays.fill(y[r], 0.0);
                    continue;
                }
                rows.copyRow(from + r, row);
                for (int a = 0; a < d; a++) {
                    y[r][a] = row[a];
                }
            }
            add(gram, d, y[0], y[1], y[2], y[3]);
        }
        return gram;
    }

    private static void add(double[] gram, int d, double[] y0, double[] y1, double[] y2, double[] y3) {
        for (int a = 0; a < d; a++) {
            double f0 = y0[a];
            double f1 = y1[a];
            double f2 = y2[a];
            double f3 = y3[a];
            int at = a * d;
            for (int b = 0; b <= a; b++) {
                gram[at + b] += f0 * y0[b] + f1 * y1[b] + f2 * y2[b] + f3 * y3[b];
            }
        }
    }
}
