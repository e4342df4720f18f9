package io.kindred.core.neighbours;

import io.kindred.core.math.SparseMatrix;

/** Copies of single rows of a sparse matrix. */
public final class SparseRow {
    private SparseRow() {}

    /** The columns of a row. */
    public static int[] columns(SparseMatrix matrix, int row) {
        int[] columns = new int[matrix.end(row) - matrix.start(row)];
        for (int p = 0; p < columns.length; p++) {
            columns[p] = matrix.column(matrix.start(row) + p);
        }
        return columns;
    }

    /** The values of a row. */
    public static float[] values(SparseMatrix matrix, int row) {
        float[] values = new float[matrix.end(row) - matrix.start(row)];
        for (int p = 0; p < values.length; p++) {
            values[p] = matrix.value(matrix.start(row) + p);
        }
        return values;
    }

    /**
     * The position of a column in a row whose columns ascend; negative where the row does not have it.
     */
    public static int find(SparseMatrix matrix, int row, int column) {
        int low = matrix.start(row);
        int high = matrix.end(row) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = matrix.column(middle);
            if (found == column) {
                return middle;
            }
            if (found < column) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
