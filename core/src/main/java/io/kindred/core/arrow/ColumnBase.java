package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;

/** What every column has: type, length and validity. */
abstract class ColumnBase {
    private final ArrowType type;
    private final long length;
    private final long nullCount;
    private final MemorySegment validBits;

    ColumnBase(ArrowType type, long length, Validity validity) {
        this.type = type;
        this.length = length;
        this.nullCount = validity.nullCount();
        this.validBits = validity.bits();
    }

    /** Returns the type of the values. */
    public final ArrowType type() {
        return type;
    }

    /** Returns the number of rows. */
    public final long length() {
        return length;
    }

    /** Returns the number of null rows. */
    public final long nullCount() {
        return nullCount;
    }

    /** Returns whether a row is null. */
    public final boolean isNull(long row) {
        return validBits != null && !Validity.bit(validBits, row);
    }

    final Validity validity() {
        return new Validity(validBits, nullCount);
    }

    /** Number of fixed-width values in a segment. */
    static long count(MemorySegment values, int width) {
        if (values.byteSize() % width != 0) {
            throw new IllegalArgumentException(
                    "segment of " + values.byteSize() + " bytes does not hold whole values of " + width + " bytes");
        }
        return values.byteSize() / width;
    }

    @Override
    public final String toString() {
        return type + " column of " + length + " rows, " + nullCount + " null";
    }
}
