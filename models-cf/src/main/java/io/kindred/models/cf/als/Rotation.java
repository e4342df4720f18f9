package io.kindred.models.cf.als;

import io.kindred.models.cf.panel.PanelKernels;

/**
 * Multiplies row vectors by one square matrix, sixteen at a time; a row's result does not depend on the company it is in.
 * Belongs to one thread.
 */
final class Rotation {
    private final PanelKernels kernels = PanelKernels.best();
    private final float[] matrix;
    private final int n;
    private final float[] waiting;
    private final float[] product;
    private final int[] rows = new int[PanelKernels.WIDTH];
    private int size;

    /**
     * @param matrix n x n panel matrix
     */
    Rotation(float[] matrix, int n) {
        this.matrix = matrix;
        this.n = n;
        this.waiting = new float[n * PanelKernels.WIDTH];
        this.product = new float[PanelKernels.WIDTH * n];
    }

    /** Takes a copy of {@code vector[offset .. offset+n)}; its product is written to a row of the target soon. */
    void add(float[] vector, int offset, int row, FactorTable target) {
        for (int c = 0; c < n; c++) {
            waiting[c * PanelKernels.WIDTH + size] = vector[offset + c];
        }
        rows[size++] = row;
        if (size == rows.length) {
            flush(target);
        }
    }

    /** Writes what is waiting. */
    void flush(FactorTable target) {
        if (size == 0) {
            return;
        }
        kernels.multiply(waiting, matrix, n, n, product);
        for (int r = 0; r < size; r++) {
            for (int c = 0; c < n; c += PanelKernels.WIDTH) {
                System.arraycopy(
                        product,
                        PanelKernels.at(PanelKernels.WIDTH, r, c),
                        target.values(),
                        rows[r] * n + c,
                        PanelKernels.WIDTH);
            }
        }
        size = 0;
    }
}
