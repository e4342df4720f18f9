package io.kindred.models.cf.als;

import io.kindred.core.data.SparseRows;
import io.kindred.models.cf.panel.PanelKernels;

/**
 * Solves the same normal equations as {@link RowSolver} for rows with fewer pairs than factors, by a system as large as the
 * history instead of the embedding. With {@code G = w0 Y'Y + reg I},
 * {@code (G + alpha Y_u' Y_u)^-1 Y_u' c = G^-1 Y_u' (I + alpha Y_u G^-1 Y_u')^-1 c}, and G is diagonal in the basis of a
 * {@link Spectrum} (the identity is used in the same way by Pilaszy, Zibriczky and Tikk, Fast ALS-based Matrix
 * Factorization for Explicit and Implicit Feedback Datasets, 2010). The result is exact. Belongs to one thread.
 */
final class ShortRowSolver {
    /** Beyond this, finding the eigenvectors takes too long to be cancelled within a second. */
    static final int MAX_FACTORS = 512;
    /** What the eigenvectors cost, in factorisations of one row's system. */
    private static final int SPECTRUM_COST = 80;

    private final PanelKernels kernels = PanelKernels.best();
    private final Objective objective;
    private final SparseRows history;
    private final Spectrum spectrum;
    private final Rotation back;
    private final int n;
    private final float[] inverseGram;
    private final float[] scale;
    private final float[] block;
    private final float[] system;
    private final float[] triangle;
    private final float[] inverse;
    private final float[] weights;
    private final float[] solution;
    private int scaledFor = -1;

    ShortRowSolver(Objective objective, SparseRows history, Spectrum spectrum) {
        this.objective = objective;
        this.history = history;
        this.spectrum = spectrum;
        this.n = spectrum.rotated().stride();
        this.back = new Rotation(spectrum.back(), n);
        int longest = PanelKernels.padded(longest(n));
        this.inverseGram = new float[n];
        this.scale = new float[n];
        this.block = new float[n * longest];
        this.system = new float[longest * longest];
        this.triangle = new float[longest * longest];
        this.inverse = new float[longest];
        this.weights = new float[longest];
        this.solution = new float[n];
    }

    /** Whether it pays to solve the short rows of a side in this way; depends on the data alone. */
    static boolean pays(Objective objective, SparseRows history, int stride) {
        if (objective.weighted() || stride > MAX_FACTORS) {
            return false;
        }
        int limit = longest(stride);
        long rows = 0;
        for (int r = 0; r < history.rowCount(); r++) {
            rows += history.length(r) > 0 && history.length(r) <= limit ? 1 : 0;
        }
        // Rotating a row of the other side costs 6 / stride of a factorisation.
        return rows > SPECTRUM_COST + 6L * history.columnCount() / stride;
    }

    /** Whether a row is short enough. */
    boolean takes(int row) {
        return history.length(row) > 0 && history.length(row) <= longest(n);
    }

    /** The longest history it takes at this stride. */
    static int longest(int stride) {
        return stride / 2;
    }

    /**
     * Solves a row; its vector is in the target after {@link #flush} at the latest.
     *
     * @return false, with nothing done, if single precision does not suffice
     */
    boolean solve(int row, FactorTable target) {
        int length = history.length(row);
        int m = PanelKernels.padded(length);
        scaleFor(length);
        gather(row, length, m);
        java.util.Arrays.fill(system, 0, m * m, 0f);
        for (int i = 0; i < m; i++) {
            system[PanelKernels.at(m, i, i)] = 1f;
        }
        kernels.addGram(block, block, n, n, m, (float) objective.alpha(), system, system);
        if (!kernels.factorise(system, triangle, inverse, m)) {
            return false;
        }
        java.util.Arrays.fill(weights, 0, m, 0f);
        java.util.Arrays.fill(weights, 0, length, (float) objective.confidence(1));
        kernels.solve(triangle, inverse, m, weights);
        java.util.Arrays.fill(solution, 0f);
        FactorTable rotated = spectrum.rotated();
        for (int h = 0; h < length; h++) {
            kernels.axpy(weights[h], rotated.values(), history.column(history.start(row) + h) * n, n, solution);
        }
        for (int c = 0; c < n; c++) {
            solution[c] *= inverseGram[c];
        }
        back.add(solution, 0, row, target);
        return true;
    }

    /** Writes the vectors that are still waiting. */
    void flush(FactorTable target) {
        back.flush(target);
    }

    /** The inverse of the diagonal G for rows of this length, and its root. */
    private void scaleFor(int length) {
        if (length == scaledFor) {
            return;
        }
        double strength = objective.strength(length, spectrum.rotated().rows());
        for (int c = 0; c < n; c++) {
            double value = 1 / (spectrum.values()[c] + strength);
            inverseGram[c] = (float) value;
            scale[c] = (float) Math.sqrt(value);
        }
        scaledFor = length;
    }

    /** The history's rotated and scaled vectors as the columns of a panel matrix of n rows. */
    private void gather(int row, int length, int m) {
        float[] vectors = spectrum.rotated().values();
        for (int h = 0; h < m; h++) {
            int to = PanelKernels.at(n, 0, h);
            if (h < length) {
                int from = history.column(history.start(row) + h) * n;
                for (int c = 0; c < n; c++) {
                    block[to + c * PanelKernels.WIDTH] = vectors[from + c] * scale[c];
                }
            } else {
                for (int c = 0; c < n; c++) {
                    block[to + c * PanelKernels.WIDTH] = 0f;
                }
            }
        }
    }
}
