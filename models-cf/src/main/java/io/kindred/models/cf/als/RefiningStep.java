package io.kindred.models.cf.als;

import io.kindred.core.data.SparseRows;
import io.kindred.models.cf.panel.PanelKernels;
import java.util.Arrays;

/**
 * Refines rows from their present vectors. Rows wait until sixteen can be moved into the coordinates of the {@link Basis}
 * together; a row's result does not depend on the company it is in.
 */
final class RefiningStep implements RowStep {
    private final SparseRows history;
    private final Refinement refinement;
    private final RowStep exact;
    private final int n;
    private final Rotation there;
    private final Rotation back;
    private final FactorTable waiting;
    private final float[] vector;
    private final int[] rows = new int[PanelKernels.WIDTH];
    private int size;

    /**
     * @param basis of the other side
     * @param exact solves the rows where single precision does not suffice
     */
    RefiningStep(SparseRows history, Basis basis, Refinement refinement, RowStep exact) {
        this.history = history;
        this.refinement = refinement;
        this.exact = exact;
        this.n = basis.vectors().stride();
        this.there = basis.isPlain() ? null : new Rotation(basis.there(), n);
        this.back = basis.isPlain() ? null : new Rotation(basis.back(), n);
        this.waiting = new FactorTable(rows.length, n, "rows");
        this.vector = new float[n];
    }

    @Override
    public void solve(int row, FactorTable target) {
        if (history.length(row) == 0) {
            Arrays.fill(target.values(), row * n, (row + 1) * n, 0f);
            return;
        }
        if (there == null) {
            System.arraycopy(target.values(), row * n, waiting.values(), size * n, n);
        } else {
            there.add(target.values(), row * n, size, waiting);
        }
        rows[size++] = row;
        if (size == rows.length) {
            flush(target);
        }
    }

    @Override
    public void flush(FactorTable target) {
        if (there != null) {
            there.flush(waiting);
        }
        for (int slot = 0; slot < size; slot++) {
            System.arraycopy(waiting.values(), slot * n, vector, 0, n);
            if (!refinement.improve(rows[slot], vector)) {
                exact.solve(rows[slot], target);
            } else if (back == null) {
                System.arraycopy(vector, 0, target.values(), rows[slot] * n, n);
            } else {
                back.add(vector, 0, rows[slot], target);
            }
        }
        size = 0;
        if (back != null) {
            back.flush(target);
        }
    }
}
