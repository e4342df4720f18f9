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

    /** How many values are below a bound. */
    public abstract int countBelow(float[] values, float bound);

    /** How many values are below a bound or equal to it. */
    public abstract int countAtMost(float[] values, float bound);

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
        public int countBelow(float[] values, float bound) {
            int count = 0;
            for (float value : values) {
                count += value < bound ? 1 : 0;
            }
            return count;
        }

        @Override
        public int countAtMost(float[] values, float bound) {
            int count = 0;
            for (float value : values) {
                count += value <= bound ? 1 : 0;
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
