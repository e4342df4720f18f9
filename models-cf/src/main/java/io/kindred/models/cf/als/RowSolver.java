package io.kindred.models.cf.als;

import io.kindred.core.KindredException;
import io.kindred.core.data.SparseRows;
import io.kindred.models.cf.panel.PanelKernels;

/**
 * Solves the normal equations of one row at a time:
 * {@code (w0 Y'Y + reg I + alpha sum_j w_j y_j y_j') x = sum_j (w0 + alpha w_j) y_j}. The vectors of the history are gathered
 * into a contiguous block, whose Gram matrix is then added at close to the processor's peak. Belongs to one thread.
 */
final class RowSolver implements RowStep {
    /** History rows gathered at once: a block of 64 factors fits the first-level cache. */
    private static final int BLOCK = 128;

    private final PanelKernels kernels = PanelKernels.best();
    private final Objective objective;
    private final SparseRows history;
    private final FactorTable fixed;
    private final GramMatrix gram;
    private final int n;
    private final float[] block;
    private final float[] weightedBlock;
    private final float[] confidences = new float[BLOCK];
    private final float[] system;
    private final float[] triangle;
    private final float[] inverse;
    private final float[] solution;

    /**
     * @param history of each row: columns are rows of {@code fixed}
     * @param fixed the vectors of the other side
     * @param gram of {@code fixed}
     */
    RowSolver(Objective objective, SparseRows history, FactorTable fixed, GramMatrix gram) {
        this.objective = objective;
        this.history = history;
        this.fixed = fixed;
        this.gram = gram;
        this.n = fixed.stride();
        this.block = new float[BLOCK * n];
        this.weightedBlock = objective.weighted() ? new float[BLOCK * n] : block;
        this.system = new float[n * n];
        this.triangle = new float[n * n];
        this.inverse = new float[n];
        this.solution = new float[n];
    }

    /**
     * Writes the vector of a row; zeros for a row without history. A system that is not positive definite in single precision
     * is one whose regularisation is below its rounding error; it is regularised by that error.
     */
    @Override
    public void solve(int row, FactorTable target) {
        java.util.Arrays.fill(solution, 0f);
        if (history.length(row) > 0) {
            float extra = 0f;
            float largest = assemble(row, extra);
            while (!kernels.factorise(system, triangle, inverse, n)) {
                extra = extra == 0f ? largest * PanelKernels.PIVOT_FLOOR : extra * 10f;
                if (!(extra < Float.MAX_VALUE / 10f) || Float.isNaN(largest)) {
                    throw new KindredException(
                            "als: the vectors have grown beyond what a float holds; set a smaller alpha"
                                    + " or a larger regularization, or scale the values that are used as weights");
                }
                java.util.Arrays.fill(solution, 0f);
                assemble(row, extra);
            }
            kernels.solve(triangle, inverse, n, solution);
        }
        System.arraycopy(solution, 0, target.values(), row * n, n);
    }

    /**
     * Fills the system and the right-hand side (in the place of the solution).
     *
     * @return the largest element on the diagonal
     */
    private float assemble(int row, float extra) {
        float[] source = gram.panels();
        for (int start = history.start(row); start < history.end(row); start += BLOCK) {
            int rows = Math.min(BLOCK, history.end(row) - start);
            gather(start, rows);
            kernels.addRows(block, rows, BLOCK, n, confidences, solution);
            kernels.addGram(weightedBlock, block, rows, BLOCK, n, (float) objective.alpha(), source, system);
            source = system;
        }
        float strength = (float) objective.strength(history.length(row), fixed.rows()) + extra;
        float largest = 0f;
        for (int i = 0; i < n; i++) {
            // The padding gets a system of its own whose solution is 0.
            int at = PanelKernels.at(n, i, i);
            system[at] += i < fixed.dimension() ? strength : 1f;
            largest = Math.max(largest, system[at]);
        }
        return largest;
    }

    private void gather(int start, int rows) {
        for (int r = 0; r < rows; r++) {
            int offset = history.column(start + r) * n;
            float weight = objective.weighted() ? history.value(start + r) : 1f;
            kernels.pack(fixed.values(), offset, n, 1f, block, BLOCK, r);
            if (objective.weighted()) {
                kernels.pack(fixed.values(), offset, n, weight, weightedBlock, BLOCK, r);
            }
            confidences[r] = (float) objective.confidence(weight);
        }
    }
}
