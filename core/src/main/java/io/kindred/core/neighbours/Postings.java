package io.kindred.core.neighbours;

import io.kindred.core.math.SparseMatrix;

/**
 * Rows by column: for each column the rows that have it, ascending, with their values. Plain arrays, for hot loops; not copied
 * and never changed.
 */
@SuppressWarnings("ArrayRecordComponent") // shared between searches, never compared
record Postings(int rowCount, int[] starts, int[] rows, float[] values) {
    /** The postings of a matrix with other values in the order of its positions. */
    static Postings of(SparseMatrix matrix, float[] values) {
        int[] starts = new int[matrix.columns() + 1];
        for (int p = 0; p < matrix.size(); p++) {
            starts[matrix.column(p) + 1]++;
        }
        for (int c = 0; c < matrix.columns(); c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = starts.clone();
        int[] rows = new int[matrix.size()];
        float[] moved = new float[matrix.size()];
        for (int r = 0; r < matrix.rows(); r++) {
            for (int p = matrix.start(r); p < matrix.end(r); p++) {
                int at = next[matrix.column(p)]++;
                rows[at] = r;
                moved[at] = values[p];
            }
        }
        return new Postings(matrix.rows(), starts, rows, moved);
    }
}
