package io.kindred.core.math;

/**
 * Passes over arrays of scores: SIMD where the vector module was added, with the same results as plain Java. NaN is neither
 * above, nor below, nor equal to anything. Stateless and thread-safe.
 */
public abstract sealed class ScoreScan permits ScoreScan.Scalar, SimdScoreScan {
    ScoreScan() {}

    /** The implementation for this JVM. */
    public static ScoreScan best() {
        return Holder.BEST;
    }

    /** The first place at or after {@code from} whose value is at least {@code least}; the length where there is none. */
    public abstract int firstAtLeast(float[] values, int from, float least);

    /** Twice the number of values below a bound plus the number of those equal to it. */
    public abstract long halvesBelow(float[] values, float bound);

    /** How many values are not NaN. */
    public abstract int countNumbers(float[] values);

    /** Plain Java. */
    static final class Scalar extends ScoreScan {
        @Override
        public int firstAtLeast(float[] values, int from, float least) {
            int i = from;
            while (i < values.length && !(values[i] >= least)) {
                i++;
            }
            return i;
        }

        @Override
        public long halvesBelow(float[] values, float bound) {
            long halves = 0;
            for (float value : values) {
                halves += value < bound ? 2 : value == bound ? 1 : 0;
            }
            return halves;
        }

        @Override
        public int countNumbers(float[] values) {
            int count = 0;
            for (float value : values) {
                count += Float.isNaN(value) ? 0 : 1;
            }
            return count;
        }
    }

    /** Lazy holder, so that the SIMD class is not even linked where its module is missing. */
    private static final class Holder {
        private static final ScoreScan BEST =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new SimdScoreScan() : new Scalar();

        private Holder() {}
    }
}
