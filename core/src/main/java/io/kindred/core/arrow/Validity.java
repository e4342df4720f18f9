package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/**
 * Which rows hold a value: an Arrow validity bitmap (bit set = value present, least significant bit
 * first), or no bitmap when every row does.
 *
 * @param bits the bitmap, {@code null} when no row is null
 * @param nullCount rows without a value
 */
record Validity(MemorySegment bits, long nullCount) {
    static final Validity NO_NULLS = new Validity(null, 0);

    /** Converts a set of null rows. */
    static Validity ofNulls(BitSet nulls, long length) {
        if (nulls == null || nulls.isEmpty()) {
            return NO_NULLS;
        }
        if (nulls.length() > length) {
            throw new IllegalArgumentException(
                    "row " + (nulls.length() - 1) + " is marked null but the column has " + length + " rows");
        }
        byte[] bits = new byte[Math.toIntExact(bytes(length))];
        for (int row = nulls.nextClearBit(0); row < length; row = nulls.nextClearBit(row + 1)) {
            bits[row >>> 3] |= (byte) (1 << (row & 7));
        }
        return new Validity(MemorySegment.ofArray(bits), nulls.cardinality());
    }

    /** Wraps a bitmap and counts its nulls; {@code bits} may be {@code null}. */
    static Validity ofBits(MemorySegment bits, long length) {
        if (bits == null) {
            return NO_NULLS;
        }
        if (bits.byteSize() < bytes(length)) {
            throw new IllegalArgumentException(
                    "validity bitmap has " + bits.byteSize() + " bytes, " + length + " rows need " + bytes(length));
        }
        MemorySegment exact = bits.asSlice(0, bytes(length));
        long nulls = length - countOnes(exact, length);
        return nulls == 0 ? NO_NULLS : new Validity(exact, nulls);
    }

    boolean isNull(long row) {
        return bits != null && !bit(bits, row);
    }

    static boolean bit(MemorySegment bits, long index) {
        return ((bits.get(Layouts.BYTE, index >>> 3) >>> (int) (index & 7)) & 1) != 0;
    }

    /** Bytes of a bitmap for so many rows. */
    static long bytes(long length) {
        return (length + 7) >>> 3;
    }

    /** Number of set bits among the first {@code length}. */
    static long countOnes(MemorySegment bits, long length) {
        long ones = 0;
        long words = length >>> 6;
        for (long word = 0; word < words; word++) {
            ones += Long.bitCount(bits.get(Layouts.LONG, word << 3));
        }
        for (long index = words << 6; index < length; index++) {
            ones += bit(bits, index) ? 1 : 0;
        }
        return ones;
    }
}
