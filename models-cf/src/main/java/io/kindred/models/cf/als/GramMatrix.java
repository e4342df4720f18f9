package io.kindred.models.cf.als;

import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.panel.PanelKernels;
import io.kindred.models.cf.parallel.ParallelRows;

/**
 * The sum of the outer products of all vectors of one side times the weight of unobserved pairs, {@code w0 Y'Y}. Summed over
 * chunks that depend on the number of rows alone and then in double precision in their order, so any number of threads
 * gives the same bits.
 *
 * @param panels the upper triangle in the layout of {@link PanelKernels}, padded with zeros
 * @param dimension without the padding
 */
record GramMatrix(float[] panels, int dimension) {
    private static final int MAX_CHUNKS = 16;
    private static final int MIN_CHUNK = 1024;
    private static final int BLOCK = 128;

    static GramMatrix of(FactorTable factors, double weight, ParallelRows threads) throws InterruptedException {
        int n = factors.stride();
        int chunk = Math.max(MIN_CHUNK, Math.ceilDiv(factors.rows(), MAX_CHUNKS));
        int chunks = Math.ceilDiv(factors.rows(), chunk);
        float[][] parts = new float[chunks][];
        threads.forEachBlock(
                factors.rows(),
                chunk,
                () -> new float[BLOCK * n],
                (block, from, to) -> parts[from / chunk] = sum(factors, from, to, block));
        double[] total = new double[n * n];
        for (float[] part : parts) {
            for (int i = 0; i < total.length; i++) {
                total[i] += part[i];
            }
        }
        float[] panels = new float[n * n];
        for (int i = 0; i < total.length; i++) {
            panels[i] = (float) (weight * total[i]);
        }
        return new GramMatrix(panels, factors.dimension());
    }

    private static float[] sum(FactorTable factors, int from, int to, float[] block) {
        PanelKernels kernels = PanelKernels.best();
        int n = factors.stride();
        float[] part = new float[n * n];
        for (int start = from; start < to; start += BLOCK) {
            int rows = Math.min(BLOCK, to - start);
            for (int r = 0; r < rows; r++) {
                kernels.pack(factors.values(), (start + r) * n, n, 1f, block, BLOCK, r);
            }
            kernels.addGram(block, block, rows, BLOCK, n, 1f, part, part);
        }
        return part;
    }

    float get(int row, int column) {
        int n = PanelKernels.padded(dimension);
        return panels[PanelKernels.at(n, Math.min(row, column), Math.max(row, column))];
    }

    /** The whole symmetric matrix, without the padding. */
    FloatMatrix toMatrix() {
        FloatMatrix matrix = FloatMatrix.zeros(dimension, dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                matrix.array()[i * dimension + j] = get(i, j);
            }
        }
        return matrix;
    }
}
