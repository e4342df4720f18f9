package io.kindred.models.cf.als;

import io.kindred.models.cf.panel.PanelKernels;
import io.kindred.models.cf.parallel.ParallelRows;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The eigenvectors Q and eigenvalues of one side's Gram matrix, and that side's vectors in their basis, {@code Z = Y Q}. In
 * this basis {@code w0 Y'Y + reg I} is diagonal for every reg at once, which rows with different regularisation share.
 *
 * @param values the eigenvalues, none negative; 0 in the padding
 * @param there {@code Q} as a panel matrix: multiplying by it leads into the basis
 * @param back {@code Q'} as a panel matrix: multiplying by it leads from the basis back
 * @param rotated {@code Y Q}
 */
record Spectrum(float[] values, float[] there, float[] back, FactorTable rotated) {
    private static final int BLOCK = 16 * PanelKernels.WIDTH;

    static Spectrum of(GramMatrix gram, FactorTable factors, ParallelRows threads) throws InterruptedException {
        int d = gram.dimension();
        int n = factors.stride();
        double[][] full = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                full[i][j] = gram.get(i, j);
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(full, false));
        double[] eigenvalues = eigen.getRealEigenvalues();
        float[] values = new float[n];
        float[] there = new float[n * n];
        float[] back = new float[n * n];
        for (int c = 0; c < d; c++) {
            // Rounding can leave the smallest ones a trifle below zero.
            values[c] = (float) Math.max(0, eigenvalues[c]);
            double[] vector = eigen.getEigenvector(c).toArray();
            for (int i = 0; i < d; i++) {
                there[PanelKernels.at(n, i, c)] = (float) vector[i];
                back[PanelKernels.at(n, c, i)] = (float) vector[i];
            }
        }
        FactorTable rotated = factors.copy();
        threads.forEachBlock(factors.rows(), BLOCK, () -> new Rotation(there, n), (rotation, from, to) -> {
            for (int row = from; row < to; row++) {
                rotation.add(factors.values(), row * n, row, rotated);
            }
            rotation.flush(rotated);
        });
        return new Spectrum(values, there, back, rotated);
    }
}
