package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/** Booleans, one bit each. */
public final class BoolColumn extends ColumnBase implements ArrowColumn {
    private final MemorySegment values;

    BoolColumn(long length, Validity validity, MemorySegment values) {
        super(ArrowType.Scalar.BOOL, length, validity);
        this.values = values;
    }

    /** Packs an array without nulls. */
    public static BoolColumn of(boolean... values) {
        return of(values, null);
    }

    /** Packs an array; the rows set in {@code nulls}, if given, are null. */
    public static BoolColumn of(boolean[] values, BitSet nulls) {
        byte[] bits = new byte[(int) Validity.bytes(values.length)];
        for (int row = 0; row < values.length; row++) {
            if (values[row]) {
                bits[row >>> 3] |= (byte) (1 << (row & 7));
            }
        }
        return new BoolColumn(values.length, Validity.ofNulls(nulls, values.length), MemorySegment.ofArray(bits));
    }

    /** Wraps {@code length} bits, least significant first, and a validity bitmap, which may be {@code null}. */
    public static BoolColumn of(MemorySegment bits, long length, MemorySegment validity) {
        if (length < 0 || bits.byteSize() < Validity.bytes(length)) {
            throw new IllegalArgumentException(
                    "segment of " + bits.byteSize() + " bytes does not hold " + length + " bits");
        }
        return new BoolColumn(length, Validity.ofBits(validity, length), bits.asSlice(0, Validity.bytes(length)));
    }

    /** Returns the value of a row. */
    public boolean get(long row) {
        return Validity.bit(values, row);
    }

    /** Returns the packed bits of all rows, least significant bit first. */
    public MemorySegment values() {
        return values;
    }
}
