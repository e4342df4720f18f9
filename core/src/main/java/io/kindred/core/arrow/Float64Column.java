package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/** Double-precision numbers. */
public final class Float64Column extends ColumnBase implements ArrowColumn {
    private final MemorySegment values;

    Float64Column(ArrowType type, Validity validity, MemorySegment values) {
        super(type, count(values, 8), validity);
        this.values = values;
    }

    /** Wraps an array without nulls. */
    public static Float64Column of(double... values) {
        return of(values, null);
    }

    /** Wraps an array; the rows set in {@code nulls}, if given, are null. */
    public static Float64Column of(double[] values, BitSet nulls) {
        return new Float64Column(
                ArrowType.Scalar.FLOAT64, Validity.ofNulls(nulls, values.length), MemorySegment.ofArray(values));
    }

    /** Wraps little-endian values in native or heap memory, without nulls. */
    public static Float64Column of(MemorySegment values) {
        return of(values, null);
    }

    /** Wraps little-endian values and an Arrow validity bitmap, which may be {@code null}. */
    public static Float64Column of(MemorySegment values, MemorySegment validity) {
        return new Float64Column(ArrowType.Scalar.FLOAT64, Validity.ofBits(validity, count(values, 8)), values);
    }

    /** Returns the value of a row. */
    public double get(long row) {
        return values.getAtIndex(Layouts.DOUBLE, row);
    }

    /** Returns the little-endian values of all rows, {@code length() * 8} bytes. */
    public MemorySegment values() {
        return values;
    }
}
