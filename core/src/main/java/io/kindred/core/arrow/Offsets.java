package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;

/**
 * Where each variable-length value starts and ends: {@code length + 1} offsets of 32 or 64 bits
 * that never decrease. The constructor checks them in one pass, so that readers need not.
 */
final class Offsets {
    private final MemorySegment segment;
    private final boolean wide;

    /**
     * Checks the offsets of {@code length} values.
     *
     * @param segment the offsets; may be empty when there are no values, as some writers do
     * @param limit bytes or elements the values lie in
     * @param longest largest permitted length of one value
     * @throws IllegalArgumentException naming what is wrong
     */
    Offsets(MemorySegment segment, boolean wide, long length, long limit, long longest) {
        this.wide = wide;
        int width = wide ? Long.BYTES : Integer.BYTES;
        if (length == 0 && segment.byteSize() < width) {
            this.segment = MemorySegment.ofArray(new byte[width]);
            return;
        }
        if (segment.byteSize() / width <= length) {
            throw new IllegalArgumentException(
                    (length + 1) + " offsets need " + (length + 1) * width + " bytes, found " + segment.byteSize());
        }
        this.segment = segment.asSlice(0, (length + 1) * width);
        long greatest = wide ? greatestWide(length) : greatestNarrow(length);
        if (greatest < 0) {
            throw new IllegalArgumentException("offsets decrease or are negative");
        }
        if (greatest > longest) {
            throw new IllegalArgumentException("a value has length " + greatest + ", at most " + longest);
        }
        if (at(length) > limit) {
            throw new IllegalArgumentException("offsets reach to " + at(length) + ", only " + limit + " present");
        }
    }

    /** Builds 32-bit offsets from an array, checked in the same way. */
    static Offsets of(int[] offsets, long limit, long longest) {
        if (offsets.length == 0) {
            throw new IllegalArgumentException("offsets need at least one entry");
        }
        return new Offsets(MemorySegment.ofArray(offsets), false, offsets.length - 1L, limit, longest);
    }

    /** Longest value, or a negative number when an offset is negative or smaller than the one before. */
    private long greatestNarrow(long length) {
        int greatest = 0;
        int signs = 0;
        int previous = segment.getAtIndex(Layouts.INT, 0);
        signs |= previous;
        for (long i = 1; i <= length; i++) {
            int next = segment.getAtIndex(Layouts.INT, i);
            int distance = next - previous;
            signs |= next | distance;
            greatest = Math.max(greatest, distance);
            previous = next;
        }
        return signs < 0 ? -1 : greatest;
    }

    private long greatestWide(long length) {
        long greatest = 0;
        long signs = 0;
        long previous = segment.getAtIndex(Layouts.LONG, 0);
        signs |= previous;
        for (long i = 1; i <= length; i++) {
            long next = segment.getAtIndex(Layouts.LONG, i);
            long distance = next - previous;
            signs |= next | distance;
            greatest = Math.max(greatest, distance);
            previous = next;
        }
        return signs < 0 ? -1 : greatest;
    }

    /** Start of value {@code index}, which is also the end of the one before. */
    long at(long index) {
        return wide ? segment.getAtIndex(Layouts.LONG, index) : segment.getAtIndex(Layouts.INT, index);
    }

    boolean wide() {
        return wide;
    }

    MemorySegment segment() {
        return segment;
    }
}
