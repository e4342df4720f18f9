package io.kindred.evaluation.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * The paired permutation test of a mean difference: if two models were alike, each user's difference could as well have the
 * other sign (Fisher, The Design of Experiments, 1935; Smucker, Allan and Carterette, A Comparison of Statistical Significance
 * Tests for Information Retrieval Evaluation, 2007). It assumes nothing about how differences are distributed. Two-sided: p is
 * the share of sign patterns whose mean difference is at least as far from 0 as the one observed.
 *
 * <p>With so few pairs that there are no more patterns than draws all of them are counted and p is exact. Otherwise patterns
 * are drawn and p is {@code (1 + as far) / (1 + draws)}, which is never 0 (Phipson and Smyth, Permutation P-values Should Never
 * Be Zero, 2010). The result depends on the seed alone. Immutable and thread-safe.
 *
 * @param draws how many sign patterns are drawn where there are more, from 100 to 1,000,000
 * @param seed of the draws
 */
public record SignFlipTest(int draws, long seed) {
    /** The number of draws that reports use: p has a standard error of 0.002 where it matters, at 0.05. */
    public static final int DEFAULT_DRAWS = 10_000;

    private static final String NAME = "sign-flip permutation";
    private static final int FEWEST_DRAWS = 100;
    private static final int MOST_DRAWS = 1_000_000;
    /** Differences are taken eight at a time: the sums of all their sign patterns fit into a small table. */
    private static final int GROUP = 8;

    private static final int PATTERNS = 1 << GROUP;
    /** Sums of the same numbers in another order differ by rounding; what is closer than this share counts as equal. */
    private static final double ROUNDING = 1e-12;

    public SignFlipTest {
        if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
            throw new IllegalArgumentException(
                    "a permutation test needs from " + FEWEST_DRAWS + " to " + MOST_DRAWS + " draws, not " + draws);
        }
    }

    /** The test with 10,000 draws. */
    public static SignFlipTest ofSeed(long seed) {
        return new SignFlipTest(DEFAULT_DRAWS, seed);
    }

    /**
     * Tests the mean difference of two models.
     *
     * @param a values of one model, b of the other for the same users; pairs with a NaN on either side are left out
     * @return the mean difference as the statistic; empty with fewer than two pairs; p = 1 where all differences are 0
     */
    public Optional<PairedTest> of(double[] a, double[] b) {
        double[] all = PairedTest.differences(a, b);
        if (all.length < 2) {
            return Optional.empty();
        }
        double observed = Means.ofDefined(all);
        // A pair without difference adds the same to every pattern: nothing.
        double[] differences = Arrays.stream(all).filter(d -> d != 0).toArray();
        double p = differences.length == 0 ? 1 : p(differences);
        return Optional.of(new PairedTest(NAME, observed, p, all.length));
    }

    private double p(double[] differences) {
        double sum = 0;
        double size = 0;
        for (double d : differences) {
            sum += d;
            size += Math.abs(d);
        }
        double far = Math.abs(sum) - ROUNDING * size;
        boolean exact = differences.length < Integer.SIZE - 1 && 1 << differences.length <= draws;
        return exact ? exact(differences, far) : drawn(differences, far);
    }

    private static double exact(double[] differences, double far) {
        int patterns = 1 << differences.length;
        int asFar = 0;
        for (int pattern = 0; pattern < patterns; pattern++) {
            asFar += Math.abs(sum(differences, 0, differences.length, pattern)) >= far ? 1 : 0;
        }
        return (double) asFar / patterns;
    }

    private double drawn(double[] differences, double far) {
        double[] sums = new double[draws];
        double[] table = new double[PATTERNS];
        for (int from = 0; from < differences.length; from += GROUP) {
            int to = Math.min(from + GROUP, differences.length);
            for (int pattern = 0; pattern < PATTERNS; pattern++) {
                table[pattern] = sum(differences, from, to, pattern);
            }
            SplitMix64 random = SplitMix64.stream(seed, from);
            for (int d = 0; d < draws; d += Long.BYTES) {
                long bits = random.nextLong();
                for (int i = d; i < Math.min(d + Long.BYTES, draws); i++) {
                    sums[i] += table[(int) bits & (PATTERNS - 1)];
                    bits >>>= GROUP;
                }
            }
        }
        int asFar = 0;
        for (double sum : sums) {
            asFar += Math.abs(sum) >= far ? 1 : 0;
        }
        return (1.0 + asFar) / (1.0 + draws);
    }

    /** The sum of {@code differences[from, to)} where a set bit of the pattern turns a sign. */
    private static double sum(double[] differences, int from, int to, int pattern) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (pattern >>> (i - from) & 1) == 0 ? differences[i] : -differences[i];
        }
        return sum;
    }
}
