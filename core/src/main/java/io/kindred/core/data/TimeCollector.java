package io.kindred.core.data;

import java.util.Arrays;

/** Collects times for a {@link TimeColumn}. Not thread-safe. */
final class TimeCollector {
    /** Offsets are kept signed around a first time, so that earlier and later times both fit while collecting. */
    private int[] narrow = new int[1024];

    private long[] wide;
    private long first;
    private int size;

    void add(long time) {
        if (size == 0) {
            first = time;
        }
        if (wide == null) {
            long offset = time - first;
            if (offset == (int) offset) {
                if (size == narrow.length) {
                    narrow = Arrays.copyOf(narrow, Grow.next(size));
                }
                narrow[size++] = (int) offset;
                return;
            }
            wide = new long[Grow.next(size)];
            for (int i = 0; i < size; i++) {
                wide[i] = first + narrow[i];
            }
            narrow = null;
        }
        if (size == wide.length) {
            wide = Arrays.copyOf(wide, Grow.next(size));
        }
        wide[size++] = time;
    }

    TimeColumn finish() {
        if (wide != null) {
            return new TimeColumn.Plain(wide);
        }
        // Signed offsets around the first time become unsigned ones from a base 2^31 earlier.
        for (int i = 0; i < size; i++) {
            narrow[i] ^= Integer.MIN_VALUE;
        }
        return new TimeColumn.Offset(first + Integer.MIN_VALUE, narrow);
    }
}
