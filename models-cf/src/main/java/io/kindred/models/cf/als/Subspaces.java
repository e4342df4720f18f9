package io.kindred.models.cf.als;

import io.kindred.core.data.SparseRows;
import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.panel.PanelKernels;

/**
 * Refines a row as iALS++ does: solves its normal equations on one block of components after the other, the rest held
 * fixed. Where r is the residual of the whole system A, block B moves by {@code A_BB^-1 r_B}. Works in plain coordinates.
 */
final class Subspaces implements Refinement {
    /** History rows gathered at once. */
    private static final int CHUNK = 128;

    private final PanelKernels kernels = PanelKernels.best();
    private final Objective objective;
    private final SparseRows history;
    private final Basis basis;
    private final int n;
    private final Block[] blocks;
    private final float[] image;
    private float[] scores = new float[CHUNK];
    private final float[] confidences = new float[CHUNK];
    private final FloatMatrix whole;

    /**
     * @param basis plain coordinates
     * @param blockSize components of a block; rounded up to a multiple of 16
     */
    Subspaces(Objective objective, SparseRows history, Basis basis, int blockSize) {
        this.objective = objective;
        this.history = history;
        this.basis = basis;
        this.n = basis.vectors().stride();
        int size = Math.min(PanelKernels.padded(blockSize), n);
        this.blocks = new Block[Math.ceilDiv(n, size)];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = new Block(b * size, Math.min(size, n - b * size));
        }
        this.image = new float[n];
        this.whole = FloatMatrix.of(basis.vectors().values(), basis.vectors().rows(), n);
    }

    @Override
    public boolean improve(int row, float[] vector) {
        int length = history.length(row);
        if (scores.length < length) {
            scores = new float[Math.max(length, 2 * scores.length)];
        }
        for (int h = 0; h < length; h++) {
            scores[h] = whole.dot(vector, history.column(history.start(row) + h));
        }
        float strength = (float) objective.strength(length, basis.vectors().rows());
        basis.multiply(vector, 0, image);
        for (int b = 0; b < blocks.length; b++) {
            if (!blocks[b].improve(row, vector, strength, b == blocks.length - 1)) {
                return false;
            }
        }
        return true;
    }

    /** One block of components with its scratch memory. */
    private final class Block {
        private final int first;
        private final int size;
        private final float[] gram;
        private final float[] rows;
        private final float[] weightedRows;
        private final FloatMatrix plainRows;
        private final float[] system;
        private final float[] triangle;
        private final float[] inverse;
        private final float[] move;
        private final float[] gains = new float[CHUNK];

        Block(int first, int size) {
            this.first = first;
            this.size = size;
            this.gram = new float[size * size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    gram[PanelKernels.at(size, i, j)] = basis.dense()[(first + i) * n + first + j];
                }
            }
            this.rows = new float[CHUNK * size];
            this.weightedRows = objective.weighted() ? new float[CHUNK * size] : rows;
            this.plainRows = FloatMatrix.zeros(CHUNK, size);
            this.system = new float[size * size];
            this.triangle = new float[size * size];
            this.inverse = new float[size];
            this.move = new float[size];
        }

        boolean improve(int row, float[] vector, float strength, boolean last) {
            assemble(row, vector, strength);
            if (!kernels.factorise(system, triangle, inverse, size)) {
                return false;
            }
            kernels.solve(triangle, inverse, size, move);
            for (int c = 0; c < size; c++) {
                vector[first + c] += move[c];
            }
            if (!last) {
                kernels.combine(basis.dense(), first * n, n, size, move, image);
                moveScores(row);
            }
            return true;
        }

        /** Fills the system, and the residual in the place of the move. */
        private void assemble(int row, float[] vector, float strength) {
            for (int c = 0; c < size; c++) {
                move[c] = -image[first + c] - strength * vector[first + c];
            }
            float[] source = gram;
            float[] vectors = basis.vectors().values();
            for (int from = history.start(row); from < history.end(row); from += CHUNK) {
                int count = Math.min(CHUNK, history.end(row) - from);
                for (int k = 0; k < count; k++) {
                    int offset = history.column(from + k) * n + first;
                    float weight = objective.weighted() ? history.value(from + k) : 1f;
                    kernels.pack(vectors, offset, size, 1f, rows, CHUNK, k);
                    if (objective.weighted()) {
                        kernels.pack(vectors, offset, size, weight, weightedRows, CHUNK, k);
                    }
                    confidences[k] = (float) (objective.confidence(weight)
                            - objective.alpha() * weight * scores[from - history.start(row) + k]);
                }
                kernels.addRows(rows, count, CHUNK, size, confidences, move);
                kernels.addGram(weightedRows, rows, count, CHUNK, size, (float) objective.alpha(), source, system);
                source = system;
            }
            for (int c = 0; c < size; c++) {
                system[PanelKernels.at(size, c, c)] += strength;
            }
        }

        private void moveScores(int row) {
            float[] vectors = basis.vectors().values();
            for (int from = history.start(row); from < history.end(row); from += CHUNK) {
                int count = Math.min(CHUNK, history.end(row) - from);
                for (int k = 0; k < count; k++) {
                    System.arraycopy(vectors, history.column(from + k) * n + first, plainRows.array(), k * size, size);
                }
                plainRows.dots(move, 0, count, gains, 0);
                for (int k = 0; k < count; k++) {
                    scores[from - history.start(row) + k] += gains[k];
                }
            }
        }
    }
}
