package io.kindred.core.data;

/**
 * Interaction values in as few bytes as they need: nothing where all are 1, one byte where there are at most 256 different
 * ones (star ratings), else four. Immutable and thread-safe.
 */
sealed interface ValueColumn {
    float get(int position);

    /** The column whose position {@code p} holds this column's {@code order[p]}. */
    ValueColumn reorder(int[] order);

    /** Every value is 1. */
    record Ones() implements ValueColumn {
        @Override
        public float get(int position) {
            return 1f;
        }

        @Override
        public ValueColumn reorder(int[] order) {
            return this;
        }
    }

    /** One byte into a dictionary of at most 256 values. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the record only saves the boilerplate of a constructor
    record Coded(byte[] codes, float[] dictionary) implements ValueColumn {
        @Override
        public float get(int position) {
            return dictionary[codes[position] & 0xff];
        }

        @Override
        public ValueColumn reorder(int[] order) {
            byte[] next = new byte[order.length];
            for (int p = 0; p < order.length; p++) {
                next[p] = codes[order[p]];
            }
            return new Coded(next, dictionary);
        }
    }

    /** Plain floats. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Plain(float[] values) implements ValueColumn {
        @Override
        public float get(int position) {
            return values[position];
        }

        @Override
        public ValueColumn reorder(int[] order) {
            float[] next = new float[order.length];
            for (int p = 0; p < order.length; p++) {
                next[p] = values[order[p]];
            }
            return new Plain(next);
        }
    }
}
