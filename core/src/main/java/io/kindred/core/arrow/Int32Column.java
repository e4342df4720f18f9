package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/** Signed 32-bit integers, and days of {@link ArrowType.Scalar#DATE32}. */
public final class Int32Column extends ColumnBase implements ArrowColumn {
    private final MemorySegment values;

    Int32Column(ArrowType type, Validity validity, MemorySegment values) {
        super(type, count(values, 4), validity);
        this.values = values;
    }

    /** Wraps an array without nulls. */
    public static Int32Column of(int... values) {
        return of(values, null);
    }

    /** Wraps an array; the rows set in {@code nulls}, if given, are null. */
    public static Int32Column of(int[] values, BitSet nulls) {
        return new Int32Column(
                ArrowType.Scalar.INT32, Validity.ofNulls(nulls, values.length), MemorySegment.ofArray(values));
    }

    /** Wraps little-endian values in native or heap memory, without nulls. */
    public static Int32Column of(MemorySegment values) {
        return of(values, null);
    }

    /** Wraps little-endian values and an Arrow validity bitmap, which may be {@code null}. */
    public static Int32Column of(MemorySegment values, MemorySegment validity) {
        return new Int32Column(ArrowType.Scalar.INT32, Validity.ofBits(validity, count(values, 4)), values);
    }

    /** Returns the same values under another type of this width: {@code int32} or {@code date32}. */
    public Int32Column as(ArrowType type) {
        if (!(type == ArrowType.Scalar.INT32 || type == ArrowType.Scalar.DATE32)) {
            throw new IllegalArgumentException("int values cannot be read as " + type);
        }
        return new Int32Column(type, validity(), values);
    }

    /** Returns the value of a row. */
    public int get(long row) {
        return values.getAtIndex(Layouts.INT, row);
    }

    /** Returns the little-endian values of all rows, {@code length() * 4} bytes. */
    public MemorySegment values() {
        return values;
    }
}
