package io.kindred.evaluation.stats;

/**
 * A small random generator whose sequence is fixed for ever, so that a seed in a report means the same draws in every version
 * of Java. Streams make the draws of a user or a resample independent of who else drew before. Not thread-safe.
 *
 * <p>Source: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014; bounded draws after Lemire, Fast
 * Random Integer Generation in an Interval, 2019.
 */
public final class SplitMix64 {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    public SplitMix64(long seed) {
        this.state = seed;
    }

    /** The generator of one of 2<sup>64</sup> streams of a seed. */
    public static SplitMix64 stream(long seed, long stream) {
        return new SplitMix64(mix(mix(seed + GOLDEN) + stream * GOLDEN));
    }

    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** A uniform draw from {@code [0, bound)}; {@code bound} must be positive. */
    public int nextInt(int bound) {
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xffffffffL) < bound) {
            long threshold = (1L << 32) % bound;
            while ((product & 0xffffffffL) < threshold) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /** A uniform draw from {@code [0, 1)}. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Puts {@code values[from, to)} into random order. */
    public void shuffle(int[] values, int from, int to) {
        for (int i = to - 1; i > from; i--) {
            int j = from + nextInt(i - from + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
