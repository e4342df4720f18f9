package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/** Signed 16-bit integers. */
public final class Int16Column extends ColumnBase implements ArrowColumn {
    private final MemorySegment values;

    Int16Column(ArrowType type, Validity validity, MemorySegment values) {
        super(type, count(values, 2), validity);
        this.values = values;
    }

    /** Wraps an array without nulls. */
    public static Int16Column of(short... values) {
        return of(values, null);
    }

    /** Wraps an array; the rows set in {@code nulls}, if given, are null. */
    public static Int16Column of(short[] values, BitSet nulls) {
        return new Int16Column(
                ArrowType.Scalar.INT16, Validity.ofNulls(nulls, values.length), MemorySegment.ofArray(values));
    }

    /** Wraps little-endian values in native or heap memory, without nulls. */
    public static Int16Column of(MemorySegment values) {
        return of(values, null);
    }

    /** Wraps little-endian values and an Arrow validity bitmap, which may be {@code null}. */
    public static Int16Column of(MemorySegment values, MemorySegment validity) {
        return new Int16Column(ArrowType.Scalar.INT16, Validity.ofBits(validity, count(values, 2)), values);
    }

    /** Returns the value of a row. */
    public short get(long row) {
        return values.getAtIndex(Layouts.SHORT, row);
    }

    /** Returns the little-endian values of all rows, {@code length() * 2} bytes. */
    public MemorySegment values() {
        return values;
    }
}
