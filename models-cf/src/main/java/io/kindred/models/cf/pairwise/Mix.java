package io.kindred.models.cf.pairwise;

/**
 * The generator SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014), small enough to be
 * started anew for each cell. Not thread-safe.
 */
public final class Mix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** Starts the stream that belongs to a seed and two numbers. */
    public void start(long seed, long first, long second) {
        state = scramble(scramble(seed + GOLDEN * (first + 1)) + GOLDEN * (second + 1));
    }

    /** A number in {@code [0, bound)}; uneven by less than {@code bound / 2^32}. */
    public int below(int bound) {
        state += GOLDEN;
        return (int) (((scramble(state) >>> 32) * bound) >>> 32);
    }

    private static long scramble(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long x = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
