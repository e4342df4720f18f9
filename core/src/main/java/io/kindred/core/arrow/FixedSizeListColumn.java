package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/**
 * Lists of equal size: row {@code r} holds the elements {@code r * size()} to
 * {@code (r + 1) * size()} (exclusive). With float elements this is a row-major matrix; Kindred
 * writes it so that a mapped one starts at a multiple of 64 bytes.
 */
public final class FixedSizeListColumn extends ColumnBase implements ArrowColumn {
    private final int size;
    private final ArrowColumn elements;

    FixedSizeListColumn(ArrowType.FixedSizeList type, long length, Validity validity, ArrowColumn elements) {
        super(type, length, validity);
        this.size = type.size();
        this.elements = elements;
    }

    /** Wraps elements as lists of {@code size} (1 or more) each, without nulls. */
    public static FixedSizeListColumn of(ArrowColumn elements, int size) {
        return of(elements, size, null);
    }

    /** Wraps elements as lists; the rows set in {@code nulls} are null but still have elements. */
    public static FixedSizeListColumn of(ArrowColumn elements, int size, BitSet nulls) {
        if (size < 1 || elements.length() % size != 0) {
            throw new IllegalArgumentException(elements.length() + " elements cannot be divided into lists of " + size);
        }
        long length = elements.length() / size;
        ArrowType.FixedSizeList type = new ArrowType.FixedSizeList(elements.type(), size);
        return new FixedSizeListColumn(type, length, Validity.ofNulls(nulls, length), elements);
    }

    /** Wraps a row-major matrix with {@code size} columns. */
    public static FixedSizeListColumn of(float[] matrix, int size) {
        return of(Float32Column.of(matrix), size);
    }

    /** Wraps a row-major matrix of little-endian floats with {@code size} columns, in native or heap memory. */
    public static FixedSizeListColumn ofFloats(MemorySegment matrix, int size) {
        return of(Float32Column.of(matrix), size);
    }

    /** Returns the number of elements in each list. */
    public int size() {
        return size;
    }

    /** Returns the elements of all rows one after the other, at least {@code length() * size()}. */
    public ArrowColumn elements() {
        return elements;
    }

    /** Returns the position of a row's first element. */
    public long start(long row) {
        return row * size;
    }

    /** Returns the position after a row's last element. */
    public long end(long row) {
        return (row + 1) * size;
    }
}
