package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/** Signed 8-bit integers. */
public final class Int8Column extends ColumnBase implements ArrowColumn {
    private final MemorySegment values;

    Int8Column(ArrowType type, Validity validity, MemorySegment values) {
        super(type, count(values, 1), validity);
        this.values = values;
    }

    /** Wraps an array without nulls. */
    public static Int8Column of(byte... values) {
        return of(values, null);
    }

    /** Wraps an array; the rows set in {@code nulls}, if given, are null. */
    public static Int8Column of(byte[] values, BitSet nulls) {
        return new Int8Column(
                ArrowType.Scalar.INT8, Validity.ofNulls(nulls, values.length), MemorySegment.ofArray(values));
    }

    /** Wraps little-endian values in native or heap memory, without nulls. */
    public static Int8Column of(MemorySegment values) {
        return of(values, null);
    }

    /** Wraps little-endian values and an Arrow validity bitmap, which may be {@code null}. */
    public static Int8Column of(MemorySegment values, MemorySegment validity) {
        return new Int8Column(ArrowType.Scalar.INT8, Validity.ofBits(validity, count(values, 1)), values);
    }

    /** Returns the value of a row. */
    public byte get(long row) {
        return values.get(Layouts.BYTE, row);
    }

    /** Returns the little-endian values of all rows, {@code length() * 1} bytes. */
    public MemorySegment values() {
        return values;
    }
}
