package io.kindred.core.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * A read-only compressed-sparse-row view: row {@code r} owns the positions {@code [start(r), end(r))}; each position has a
 * column, a value and a time. Immutable and thread-safe; the accessors are meant for hot loops.
 */
public final class SparseRows {
    private final int[] starts;
    private final int[] columns;
    private final ValueColumn values;
    private final TimeColumn times;
    private final int columnCount;

    SparseRows(int[] starts, int[] columns, int columnCount, ValueColumn values, TimeColumn times) {
        this.starts = starts;
        this.columns = columns;
        this.columnCount = columnCount;
        this.values = values;
        this.times = times;
    }

    /** One position per row and one more; not a copy, so nobody may write. */
    int[] starts() {
        return starts;
    }

    /** The column of every position; not a copy, so nobody may write. */
    int[] columns() {
        return columns;
    }

    public int rowCount() {
        return starts.length - 1;
    }

    public int columnCount() {
        return columnCount;
    }

    /** The number of stored entries. */
    public int size() {
        return starts[starts.length - 1];
    }

    public int start(int row) {
        return starts[row];
    }

    public int end(int row) {
        return starts[row + 1];
    }

    public int length(int row) {
        return starts[row + 1] - starts[row];
    }

    public int column(int position) {
        return columns[position];
    }

    public float value(int position) {
        return values.get(position);
    }

    /** Unix seconds or the order index, see {@link Interactions#timeKind()}; 0 where there are none. */
    public long time(int position) {
        return times.get(position);
    }

    /** Whether every value is 1, so that kernels may skip reading them. */
    public boolean allOnes() {
        return values instanceof ValueColumn.Ones;
    }

    /** A copy of a row's columns in the order of the view. */
    public int[] columnsOf(int row) {
        Objects.checkIndex(row, rowCount());
        return Arrays.copyOfRange(columns, starts[row], starts[row + 1]);
    }

    /** Copies a row's columns into {@code target}, starting at 0; returns how many there are. */
    public int copyColumns(int row, int[] target) {
        int length = length(row);
        System.arraycopy(columns, starts[row], target, 0, length);
        return length;
    }

    /** This view's rows after a selection: {@code positions[p]} is where the new position {@code p} comes from. */
    SparseRows reordered(int[] newStarts, int[] newColumns, int[] positions) {
        return new SparseRows(newStarts, newColumns, columnCount, values.reorder(positions), times.reorder(positions));
    }

    /** This view's rows with other values. */
    SparseRows withValues(ValueColumn others) {
        return new SparseRows(starts, columns, columnCount, others, times);
    }

    /** The transposed view; {@code source} may be null where values need no order. */
    SparseRows transposed(int[] newStarts, int[] newColumns, int newColumnCount, int[] source) {
        ValueColumn moved = source == null ? values : values.reorder(source);
        return new SparseRows(newStarts, newColumns, newColumnCount, moved, new TimeColumn.None());
    }

    /** The length of the longest row. */
    public int longestRow() {
        int longest = 0;
        for (int r = 0; r < rowCount(); r++) {
            longest = Math.max(longest, length(r));
        }
        return longest;
    }
}
