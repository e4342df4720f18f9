package io.kindred.core.data;

/**
 * Times in as few bytes as they need: nothing where there are none, a four-byte offset where all lie within 2<sup>32</sup>
 * seconds of the earliest, else eight bytes. Immutable and thread-safe.
 */
sealed interface TimeColumn {
    long get(int position);

    /** The column whose position {@code p} holds this column's {@code order[p]}. */
    TimeColumn reorder(int[] order);

    /** No times: every time is 0. */
    record None() implements TimeColumn {
        @Override
        public long get(int position) {
            return 0;
        }

        @Override
        public TimeColumn reorder(int[] order) {
            return this;
        }
    }

    /** Unsigned four-byte offsets from a base. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the record only saves the boilerplate of a constructor
    record Offset(long base, int[] offsets) implements TimeColumn {
        @Override
        public long get(int position) {
            return base + Integer.toUnsignedLong(offsets[position]);
        }

        @Override
        public TimeColumn reorder(int[] order) {
            int[] next = new int[order.length];
            for (int p = 0; p < order.length; p++) {
                next[p] = offsets[order[p]];
            }
            return new Offset(base, next);
        }
    }

    /** Plain longs. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Plain(long[] times) implements TimeColumn {
        @Override
        public long get(int position) {
            return times[position];
        }

        @Override
        public TimeColumn reorder(int[] order) {
            long[] next = new long[order.length];
            for (int p = 0; p < order.length; p++) {
                next[p] = times[order[p]];
            }
            return new Plain(next);
        }
    }
}
