package io.kindred.models.cf.panel;

import static io.kindred.models.cf.panel.PanelKernels.at;

/** The small triangles on the diagonal, whose chains of dependent operations gain nothing from vectors. */
final class PivotBlock {
    private PivotBlock() {}

    /**
     * Factorises the 8 x 8 block at (strip, strip), from which everything above has been subtracted.
     *
     * @param diagonal the block's diagonal before anything was subtracted
     * @return false if a pivot is lost in rounding error
     */
    static boolean factorise(float[] a, float[] u, float[] inverse, int n, int strip, float[] diagonal) {
        int base = at(n, strip, strip);
        for (int i = 0; i < PanelKernels.STRIP; i++) {
            int row = base + i * PanelKernels.WIDTH;
            float pivot = a[row + i];
            // Written so that NaN is refused.
            if (!(pivot > diagonal[i] * PanelKernels.PIVOT_FLOOR)) {
                return false;
            }
            float inverted = 1f / pivot;
            inverse[strip + i] = inverted;
            u[row + i] = 1f;
            for (int j = i + 1; j < PanelKernels.STRIP; j++) {
                u[row + j] = a[row + j] * inverted;
            }
            for (int r = i + 1; r < PanelKernels.STRIP; r++) {
                int below = base + r * PanelKernels.WIDTH;
                float factor = -u[row + r];
                for (int j = r; j < PanelKernels.STRIP; j++) {
                    a[below + j] = Math.fma(factor, a[row + j], a[below + j]);
                }
            }
        }
        return true;
    }

    /** Solves with the transposed unit triangle of rows {@code [p, p + 16)}. */
    static void solveForward(float[] u, int n, int p, float[] b) {
        int base = at(n, p, p);
        for (int k = 0; k < PanelKernels.WIDTH; k++) {
            float factor = -b[p + k];
            int row = base + k * PanelKernels.WIDTH;
            for (int j = k + 1; j < PanelKernels.WIDTH; j++) {
                b[p + j] = Math.fma(factor, u[row + j], b[p + j]);
            }
        }
    }

    /** Solves with the unit triangle of rows {@code [p, p + 16)}. */
    static void solveBackward(float[] u, int n, int p, float[] b) {
        int base = at(n, p, p);
        for (int j = PanelKernels.WIDTH - 1; j > 0; j--) {
            float factor = -b[p + j];
            for (int i = 0; i < j; i++) {
                b[p + i] = Math.fma(factor, u[base + i * PanelKernels.WIDTH + j], b[p + i]);
            }
        }
    }
}
