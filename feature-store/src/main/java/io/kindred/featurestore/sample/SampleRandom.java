package io.kindred.featurestore.sample;

import java.util.List;

/**
 * The simulator's own random number generator: SplitMix64 with named, independent streams.
 *
 * <p>The sample has to be byte-identical on every machine and every JDK. The algorithms behind {@code
 * nextGaussian} or {@code nextInt(bound)} of the JDK's generators are not part of their contract, so the few
 * distributions the simulator needs are defined here on nothing but 64-bit integer arithmetic, the basic
 * floating-point operations (exactly specified since Java 17) and {@link StrictMath}.
 *
 * <p>Each part of the simulation draws from a stream of its own, named by a word and an index, so that a change
 * in one part (a new word in a title list, say) leaves all the others as they were.
 *
 * <p>Source: Guy L. Steele, Doug Lea and Christine H. Flood, "Fast Splittable Pseudorandom Number Generators",
 * OOPSLA 2014. Not thread-safe.
 */
final class SampleRandom {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long state;
    private double spareGaussian = Double.NaN;

    SampleRandom(long seed) {
        this.state = seed;
    }

    /** The stream {@code name} number {@code index} of the given seed; equal arguments give equal streams. */
    static SampleRandom stream(long seed, String name, long index) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return new SampleRandom(mix(mix(seed ^ hash) + index * GOLDEN_GAMMA));
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    double uniform() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in [low, high). */
    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform in 0 .. bound-1; the bias of the multiplication method is below bound / 2^64. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Standard normal, by Marsaglia's polar method. */
    double gaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double result = spareGaussian;
            spareGaussian = Double.NaN;
            return result;
        }
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
                spareGaussian = y * scale;
                return x * scale;
            }
        }
    }

    /** Exponential with the given mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** Number of failures before the first success; the mean is {@code mean}. */
    int geometric(double mean) {
        return mean <= 0 ? 0 : (int) (StrictMath.log(1 - uniform()) / StrictMath.log(mean / (1 + mean)));
    }

    /** Index drawn in proportion to non-negative weights, of which at least one is positive. */
    int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** One of the values, all equally likely. */
    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** A random order of 0 .. length-1 (Fisher and Yates). */
    int[] permutation(int length) {
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
