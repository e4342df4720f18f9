package io.kindred.models.cf.als;

import io.kindred.core.data.SparseRows;
import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.panel.PanelKernels;

/**
 * Refines a row by a few steps of conjugate gradients on its normal equations, without forming them: a step reads the
 * history's vectors twice. Preconditioned by the system's diagonal, which is a good one along the eigenvectors of the Gram
 * matrix: what all rows share is diagonal there, and the history's own part nearly so, being a sample of the whole.
 */
final class ConjugateGradients implements Refinement {
    /** Rows whose products are formed and then used while they are in the first-level cache. */
    private static final int GROUP = 16;

    private final PanelKernels kernels = PanelKernels.best();
    private final Objective objective;
    private final SparseRows history;
    private final Basis basis;
    private final int steps;
    private final GatheredHistory gathered;
    private final int n;
    private final float[] diagonal;
    private final float[] residual;
    private final float[] direction;
    private final float[] product;
    private final float[] factors = new float[GROUP];

    /**
     * @param history of each row: columns are rows of the basis' vectors
     * @param steps at least 1
     */
    ConjugateGradients(Objective objective, SparseRows history, Basis basis, int steps) {
        this(objective, history, basis, steps, GatheredHistory.CAPACITY);
    }

    /** As above with scratch memory of so many floats for histories. */
    ConjugateGradients(Objective objective, SparseRows history, Basis basis, int steps, int capacity) {
        this.objective = objective;
        this.history = history;
        this.basis = basis;
        this.steps = steps;
        this.gathered = new GatheredHistory(objective, history, basis.vectors(), capacity);
        this.n = basis.vectors().stride();
        this.diagonal = new float[n];
        this.residual = new float[n];
        this.direction = new float[n];
        this.product = new float[n];
    }

    @Override
    public boolean improve(int row, float[] vector) {
        float strength =
                (float) objective.strength(history.length(row), basis.vectors().rows());
        start(row, vector, strength);
        float along = scaled();
        System.arraycopy(product, 0, direction, 0, n);
        // A residual of zero (or one too small for a float) leaves nothing to do.
        for (int step = 1; along > 0; step++) {
            multiply(row, strength);
            float curvature = dot(direction, product);
            if (!(curvature > 0)) {
                return false;
            }
            float length = along / curvature;
            kernels.axpy(length, direction, 0, n, vector);
            if (step == steps) {
                break;
            }
            kernels.axpy(-length, product, 0, n, residual);
            float next = scaled();
            float keep = next / along;
            for (int c = 0; c < n; c++) {
                direction[c] = keep * direction[c] + product[c];
            }
            along = next;
        }
        return Float.isFinite(along) && Float.isFinite(dot(vector, vector));
    }

    /** Sets the residual and the system's diagonal. */
    private void start(int row, float[] vector, float strength) {
        basis.multiply(vector, strength, residual);
        for (int c = 0; c < n; c++) {
            residual[c] = -residual[c];
            diagonal[c] = basis.diagonal()[c] + strength;
        }
        for (int chunk = 0; chunk < gathered.chunks(row); chunk++) {
            gathered.load(row, chunk);
            float[] vectors = gathered.vectors().array();
            for (int from = 0; from < gathered.count(); from += GROUP) {
                int count = Math.min(GROUP, gathered.count() - from);
                gathered.vectors().dots(vector, from, from + count, factors, 0);
                for (int k = 0; k < count; k++) {
                    float extra = gathered.extras()[from + k];
                    factors[k] = gathered.confidences()[from + k] - extra * factors[k];
                    addSquares(extra, vectors, (from + k) * n);
                }
                kernels.combine(vectors, from * n, n, count, factors, residual);
            }
        }
    }

    private void addSquares(float weight, float[] vectors, int offset) {
        for (int c = 0; c < n; c++) {
            float x = vectors[offset + c];
            diagonal[c] += weight * x * x;
        }
    }

    /** Sets the product to the system times the direction. */
    private void multiply(int row, float strength) {
        basis.multiply(direction, strength, product);
        for (int chunk = 0; chunk < gathered.chunks(row); chunk++) {
            gathered.load(row, chunk);
            for (int from = 0; from < gathered.count(); from += GROUP) {
                int count = Math.min(GROUP, gathered.count() - from);
                gathered.vectors().dots(direction, from, from + count, factors, 0);
                for (int k = 0; k < count; k++) {
                    factors[k] *= gathered.extras()[from + k];
                }
                kernels.combine(gathered.vectors().array(), from * n, n, count, factors, product);
            }
        }
    }

    /** Sets the product to the residual divided by the diagonal; returns their inner product. */
    private float scaled() {
        for (int c = 0; c < n; c++) {
            product[c] = residual[c] / diagonal[c];
        }
        return dot(residual, product);
    }

    private float dot(float[] a, float[] b) {
        return FloatMatrix.of(b, 1, n).dot(a, 0);
    }
}
