package io.kindred.core.math;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A read-only compressed-sparse-row matrix of floats over heap arrays or mapped memory. Row {@code r} owns the positions
 * {@code [start(r), end(r))}. Thread-safe; a mapped matrix lives as long as the arena that mapped it.
 */
public final class SparseMatrix {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int[] starts;
    private final MemorySegment indices;
    private final MemorySegment values;
    private final int columns;

    /**
     * A matrix over memory that is not copied.
     *
     * @param starts {@code rows + 1} ascending positions, from 0
     * @param indices a column per position, little-endian ints in {@code [0, columns)}
     * @param values a value per position, little-endian floats
     */
    public SparseMatrix(int[] starts, MemorySegment indices, MemorySegment values, int columns) {
        long size = starts[starts.length - 1];
        if (indices.byteSize() < size * Integer.BYTES || values.byteSize() < size * Float.BYTES) {
            throw new IllegalArgumentException(
                    "a sparse matrix with " + size + " entries has too little memory behind it");
        }
        this.starts = starts;
        this.indices = indices.asReadOnly();
        this.values = values.asReadOnly();
        this.columns = columns;
    }

    /** A matrix over heap arrays, which are not copied. */
    public static SparseMatrix of(int[] starts, int[] indices, float[] values, int columns) {
        return new SparseMatrix(starts, MemorySegment.ofArray(indices), MemorySegment.ofArray(values), columns);
    }

    public int rows() {
        return starts.length - 1;
    }

    public int columns() {
        return columns;
    }

    public int size() {
        return starts[starts.length - 1];
    }

    public int start(int row) {
        return starts[row];
    }

    public int end(int row) {
        return starts[row + 1];
    }

    public int column(int position) {
        return indices.get(INT, (long) position * Integer.BYTES);
    }

    public float value(int position) {
        return values.get(FLOAT, (long) position * Float.BYTES);
    }

    /** {@code target[c] += scale * this[row, c]} for the stored entries of a row. */
    public void addRow(int row, float scale, float[] target) {
        Objects.checkIndex(row, rows());
        for (int p = starts[row]; p < starts[row + 1]; p++) {
            int c = column(p);
            target[c] = Math.fma(scale, value(p), target[c]);
        }
    }

    /** The transpose as heap arrays; the columns of each row ascend. */
    public SparseMatrix transposed() {
        int[] newStarts = new int[columns + 1];
        for (int p = 0; p < size(); p++) {
            newStarts[column(p) + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            newStarts[c + 1] += newStarts[c];
        }
        int[] next = newStarts.clone();
        int[] newColumns = new int[size()];
        float[] newValues = new float[size()];
        for (int r = 0; r < rows(); r++) {
            for (int p = starts[r]; p < starts[r + 1]; p++) {
                int at = next[column(p)]++;
                newColumns[at] = r;
                newValues[at] = value(p);
            }
        }
        return of(newStarts, newColumns, newValues, rows());
    }

    /** The start positions, not a copy; do not change them. */
    public int[] starts() {
        return starts;
    }

    /** The columns as memory. */
    public MemorySegment indices() {
        return indices;
    }

    /** The values as memory. */
    public MemorySegment values() {
        return values;
    }
}
