package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/** Signed 64-bit integers, timestamps in their unit, and milliseconds of {@link ArrowType.Scalar#DATE64}. */
public final class Int64Column extends ColumnBase implements ArrowColumn {
    private final MemorySegment values;

    Int64Column(ArrowType type, Validity validity, MemorySegment values) {
        super(type, count(values, 8), validity);
        this.values = values;
    }

    /** Wraps an array without nulls. */
    public static Int64Column of(long... values) {
        return of(values, null);
    }

    /** Wraps an array; the rows set in {@code nulls}, if given, are null. */
    public static Int64Column of(long[] values, BitSet nulls) {
        return new Int64Column(
                ArrowType.Scalar.INT64, Validity.ofNulls(nulls, values.length), MemorySegment.ofArray(values));
    }

    /** Wraps little-endian values in native or heap memory, without nulls. */
    public static Int64Column of(MemorySegment values) {
        return of(values, null);
    }

    /** Wraps little-endian values and an Arrow validity bitmap, which may be {@code null}. */
    public static Int64Column of(MemorySegment values, MemorySegment validity) {
        return new Int64Column(ArrowType.Scalar.INT64, Validity.ofBits(validity, count(values, 8)), values);
    }

    /** Returns the same values under another type of this width: {@code int64}, {@code date64} or a timestamp. */
    public Int64Column as(ArrowType type) {
        if (!(type == ArrowType.Scalar.INT64
                || type == ArrowType.Scalar.DATE64
                || type instanceof ArrowType.Timestamp)) {
            throw new IllegalArgumentException("long values cannot be read as " + type);
        }
        return new Int64Column(type, validity(), values);
    }

    /** Returns the value of a row. */
    public long get(long row) {
        return values.getAtIndex(Layouts.LONG, row);
    }

    /** Returns the little-endian values of all rows, {@code length() * 8} bytes. */
    public MemorySegment values() {
        return values;
    }
}
