package io.kindred.models.cf.als;

import io.kindred.core.data.SparseRows;
import io.kindred.core.math.FloatMatrix;

/**
 * The vectors of one row's history, copied next to each other with their weights: steps that read them several times then
 * read memory in order. A history that is longer than the scratch memory comes in chunks. Belongs to one thread.
 */
final class GatheredHistory {
    /** Floats of scratch memory: a megabyte, which the second-level cache holds. */
    static final int CAPACITY = 1 << 18;

    private final Objective objective;
    private final SparseRows history;
    private final FactorTable fixed;
    private final int chunkRows;
    private final FloatMatrix vectors;
    private final float[] extras;
    private final float[] confidences;
    private int row = -1;
    private int chunk = -1;
    private int count;

    /**
     * Nothing gathered yet.
     *
     * @param capacity floats of scratch memory; at least one vector is held
     */
    GatheredHistory(Objective objective, SparseRows history, FactorTable fixed, int capacity) {
        this.objective = objective;
        this.history = history;
        this.fixed = fixed;
        this.chunkRows = Math.clamp(history.longestRow(), 1, Math.max(1, capacity / fixed.stride()));
        this.vectors = FloatMatrix.zeros(chunkRows, fixed.stride());
        this.extras = new float[chunkRows];
        this.confidences = new float[chunkRows];
    }

    /** How many chunks a row has. */
    int chunks(int ofRow) {
        return Math.ceilDiv(history.length(ofRow), chunkRows);
    }

    /** Makes a chunk of a row the present one; copies nothing if it is already. */
    void load(int ofRow, int ofChunk) {
        if (ofRow == row && ofChunk == chunk) {
            return;
        }
        int n = fixed.stride();
        int start = history.start(ofRow) + ofChunk * chunkRows;
        count = Math.min(chunkRows, history.end(ofRow) - start);
        for (int k = 0; k < count; k++) {
            System.arraycopy(fixed.values(), history.column(start + k) * n, vectors.array(), k * n, n);
            double weight = objective.weighted() ? history.value(start + k) : 1;
            extras[k] = (float) (objective.alpha() * weight);
            confidences[k] = (float) objective.confidence(weight);
        }
        row = ofRow;
        chunk = ofChunk;
    }

    /** Rows of the present chunk. */
    int count() {
        return count;
    }

    /** The first row's position in its history. */
    int offset() {
        return chunk * chunkRows;
    }

    /** The present chunk's vectors, one a row. */
    FloatMatrix vectors() {
        return vectors;
    }

    /** {@code alpha * weight} of each row of the present chunk. */
    float[] extras() {
        return extras;
    }

    /** {@code unobservedWeight + alpha * weight} of each row of the present chunk. */
    float[] confidences() {
        return confidences;
    }
}
