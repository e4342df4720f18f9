package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/** Single-precision numbers. */
public final class Float32Column extends ColumnBase implements ArrowColumn {
    private final MemorySegment values;

    Float32Column(ArrowType type, Validity validity, MemorySegment values) {
        super(type, count(values, 4), validity);
        this.values = values;
    }

    /** Wraps an array without nulls. */
    public static Float32Column of(float... values) {
        return of(values, null);
    }

    /** Wraps an array; the rows set in {@code nulls}, if given, are null. */
    public static Float32Column of(float[] values, BitSet nulls) {
        return new Float32Column(
                ArrowType.Scalar.FLOAT32, Validity.ofNulls(nulls, values.length), MemorySegment.ofArray(values));
    }

    /** Wraps little-endian values in native or heap memory, without nulls. */
    public static Float32Column of(MemorySegment values) {
        return of(values, null);
    }

    /** Wraps little-endian values and an Arrow validity bitmap, which may be {@code null}. */
    public static Float32Column of(MemorySegment values, MemorySegment validity) {
        return new Float32Column(ArrowType.Scalar.FLOAT32, Validity.ofBits(validity, count(values, 4)), values);
    }

    /** Returns the value of a row. */
    public float get(long row) {
        return values.getAtIndex(Layouts.FLOAT, row);
    }

    /** Returns the little-endian values of all rows, {@code length() * 4} bytes. */
    public MemorySegment values() {
        return values;
    }
}
