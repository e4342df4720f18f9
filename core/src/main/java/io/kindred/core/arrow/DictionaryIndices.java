package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;

/**
 * Indices into a dictionary as stored: 8, 16, 32 or 64 bits wide, signed or not.
 *
 * @param segment the stored indices
 * @param width bytes of one index: 1, 2, 4 or 8
 * @param unsigned whether the highest bit is part of the number
 */
record DictionaryIndices(MemorySegment segment, int width, boolean unsigned) {
    long at(long row) {
        return switch (width) {
            case 1 -> unsigned ? segment.get(Layouts.BYTE, row) & 0xFF : segment.get(Layouts.BYTE, row);
            case 2 ->
                unsigned ? segment.getAtIndex(Layouts.SHORT, row) & 0xFFFF : segment.getAtIndex(Layouts.SHORT, row);
            case 4 ->
                unsigned
                        ? Integer.toUnsignedLong(segment.getAtIndex(Layouts.INT, row))
                        : segment.getAtIndex(Layouts.INT, row);
            default -> segment.getAtIndex(Layouts.LONG, row);
        };
    }

    /** Throws {@link IllegalArgumentException} when the index of a row that is not null is out of range. */
    void check(long length, Validity validity, long dictionarySize) {
        for (long row = 0; row < length; row++) {
            long index = at(row);
            if ((index < 0 || index >= dictionarySize) && !validity.isNull(row)) {
                throw new IllegalArgumentException("dictionary index " + index + " in row " + row + ", dictionary has "
                        + dictionarySize + " values");
            }
        }
    }

    /** Validity of the decoded rows: null where the row is, or where the dictionary's value is. */
    Validity combine(long length, Validity validity, ArrowColumn dictionary) {
        if (dictionary.nullCount() == 0) {
            return validity;
        }
        byte[] bits = new byte[Math.toIntExact(Validity.bytes(length))];
        for (long row = 0; row < length; row++) {
            if (!validity.isNull(row) && !dictionary.isNull(at(row))) {
                bits[(int) (row >>> 3)] |= (byte) (1 << (row & 7));
            }
        }
        return Validity.ofBits(MemorySegment.ofArray(bits), length);
    }
}
