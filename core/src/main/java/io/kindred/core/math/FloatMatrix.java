package io.kindred.core.math;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A dense row-major matrix of floats over a heap array or over mapped (or native) memory; reading is the same for both.
 *
 * <p>A mapped matrix is read-only and lives as long as the arena that mapped it. A heap matrix exposes its array to the
 * trainer that fills it; once part of a model it must not change. Reading is thread-safe.
 */
public final class FloatMatrix {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final float[] heap;
    private final MemorySegment segment;
    private final int rows;
    private final int columns;

    private FloatMatrix(float[] heap, MemorySegment segment, int rows, int columns) {
        this.heap = heap;
        this.segment = segment;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * A matrix of zeros on the heap.
     *
     * @throws IllegalArgumentException if {@code rows * columns} exceeds what one array holds
     */
    public static FloatMatrix zeros(int rows, int columns) {
        return new FloatMatrix(new float[checkSize(rows, columns)], null, rows, columns);
    }

    /** A matrix over an array, which is not copied; its length must be {@code rows * columns}. */
    public static FloatMatrix of(float[] data, int rows, int columns) {
        if (data.length != checkSize(rows, columns)) {
            throw new IllegalArgumentException("a " + rows + " x " + columns + " matrix needs " + (long) rows * columns
                    + " numbers, got " + data.length);
        }
        return new FloatMatrix(data, null, rows, columns);
    }

    /** A matrix over native or mapped memory of little-endian floats, which is not copied. */
    public static FloatMatrix of(MemorySegment data, int rows, int columns) {
        long bytes = (long) rows * columns * Float.BYTES;
        if (data.byteSize() < bytes) {
            throw new IllegalArgumentException(
                    "a " + rows + " x " + columns + " matrix needs " + bytes + " bytes, got " + data.byteSize());
        }
        return new FloatMatrix(null, data.asSlice(0, bytes).asReadOnly(), rows, columns);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Whether the matrix lives in a heap array. */
    public boolean onHeap() {
        return heap != null;
    }

    /**
     * The heap array, row-major, not a copy.
     *
     * @throws IllegalStateException if the matrix is mapped
     */
    public float[] array() {
        if (heap == null) {
            throw new IllegalStateException("this matrix is mapped memory; copy its rows instead");
        }
        return heap;
    }

    /** The memory of the matrix: read-only, of the mapped file or over the heap array. */
    public MemorySegment segment() {
        return heap == null ? segment : MemorySegment.ofArray(heap).asReadOnly();
    }

    public float get(int row, int column) {
        Objects.checkIndex(row, rows);
        Objects.checkIndex(column, columns);
        return heap != null
                ? heap[row * columns + column]
                : segment.get(FLOAT, ((long) row * columns + column) * Float.BYTES);
    }

    /** Copies a row into {@code target}, starting at 0. */
    public void copyRow(int row, float[] target) {
        Objects.checkIndex(row, rows);
        if (heap != null) {
            System.arraycopy(heap, row * columns, target, 0, columns);
        } else {
            MemorySegment.copy(segment, FLOAT, (long) row * columns * Float.BYTES, target, 0, columns);
        }
    }

    /** A copy of a row. */
    public float[] row(int row) {
        float[] copy = new float[columns];
        copyRow(row, copy);
        return copy;
    }

    /** {@code query . row}; the same bits as {@link #dots} gives for that row. */
    public float dot(float[] query, int row) {
        Objects.checkIndex(row, rows);
        if (heap != null) {
            return DotProducts.best().dot(query, 0, heap, row * columns, columns);
        }
        float[] one = new float[1];
        DotProducts.best().dots(query, segment, row, 1, columns, one, 0);
        return one[0];
    }

    /**
     * {@code out[outOffset + r - fromRow] = query . row r} for the rows {@code [fromRow, toRow)}.
     *
     * @param query a vector of length {@link #columns()}
     */
    public void dots(float[] query, int fromRow, int toRow, float[] out, int outOffset) {
        Objects.checkFromToIndex(fromRow, toRow, rows);
        Objects.checkFromIndexSize(0, columns, query.length);
        if (heap != null) {
            DotProducts.best().dots(query, heap, fromRow, toRow - fromRow, columns, out, outOffset);
        } else {
            DotProducts.best().dots(query, segment, fromRow, toRow - fromRow, columns, out, outOffset);
        }
    }

    private static int checkSize(int rows, int columns) {
        long size = (long) rows * columns;
        if (rows < 0 || columns < 0 || size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a heap matrix cannot have " + rows + " x " + columns + " numbers");
        }
        return (int) size;
    }
}
