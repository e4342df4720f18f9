package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;
import io.kindred.evaluation.stats.Interval;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How the uncertainty of estimates is stated. None of the three sees a bias of the reward model, nor actions that the log
 * never tried. The same bits for the same seed.
 *
 * @param method bootstrap, Student's t, or empirical Bernstein
 * @param confidence share of cases in which the interval should hold the truth, in (0, 1)
 * @param resamples of the bootstrap, at least 100
 * @param seed of the bootstrap
 */
public record Intervals(Method method, double confidence, int resamples, long seed) {
    /** The kinds of interval. */
    public enum Method {
        /**
         * Percentiles of resampled rounds (Efron and Tibshirani, An Introduction to the Bootstrap, 1993). Too narrow where few
         * rounds have a reward.
         */
        BOOTSTRAP,
        /** The value and t standard errors on either side, from the linearised contributions of the rounds. */
        STUDENT_T,
        /**
         * Holds for any sample size if contributions stay within the range seen (Maurer and Pontil, Empirical Bernstein Bounds
         * and Sample-Variance Penalization, 2009, theorem 4); wide.
         */
        EMPIRICAL_BERNSTEIN
    }

    public Intervals {
        if (!(confidence > 0 && confidence < 1)) {
            throw new KindredException(
                    "the confidence is " + confidence + " but must be between 0 and 1, such as 0.95");
        }
        if (resamples < 100) {
            throw new KindredException("a bootstrap needs at least 100 resamples, not " + resamples);
        }
    }

    /** 95% from 1,000 resamples. */
    public static Intervals bootstrap(long seed) {
        return new Intervals(Method.BOOTSTRAP, 0.95, 1000, seed);
    }

    /** 95% by Student's t. */
    public static Intervals studentT() {
        return new Intervals(Method.STUDENT_T, 0.95, 1000, 0);
    }

    /** 95% by the empirical Bernstein bound. */
    public static Intervals empiricalBernstein() {
        return new Intervals(Method.EMPIRICAL_BERNSTEIN, 0.95, 1000, 0);
    }

    /** One for each estimate, all from the same resamples; empty with fewer than two rounds. */
    List<Optional<Interval>> of(List<Terms> estimates) {
        if (estimates.isEmpty() || estimates.getFirst().rounds() < 2) {
            return estimates.stream().map(e -> Optional.<Interval>empty()).toList();
        }
        if (method == Method.BOOTSTRAP) {
            return resampled(estimates);
        }
        List<Optional<Interval>> intervals = new ArrayList<>(estimates.size());
        for (Terms terms : estimates) {
            double half = halfWidth(terms);
            intervals.add(Optional.of(new Interval(terms.value() - half, terms.value() + half)));
        }
        return intervals;
    }

    /** Half the width of the symmetric interval of an estimate; the t interval where the method is the bootstrap. */
    double halfWidth(Terms terms) {
        double[] contributions = terms.contributions();
        int n = contributions.length;
        double variance = standardError(terms) * standardError(terms) * n;
        if (method != Method.EMPIRICAL_BERNSTEIN) {
            double quantile = new TDistribution(null, n - 1).inverseCumulativeProbability((1 + confidence) / 2);
            return quantile * Math.sqrt(variance / n);
        }
        double lowest = Arrays.stream(contributions).min().orElseThrow();
        double highest = Arrays.stream(contributions).max().orElseThrow();
        // Each side fails with half of the probability, and the theorem's own constant is 2.
        double log = Math.log(4 / (1 - confidence));
        return Math.sqrt(2 * variance * log / n) + 7 * (highest - lowest) * log / (3 * (n - 1));
    }

    /** The standard error from the linearised contributions; NaN with fewer than two rounds. */
    static double standardError(Terms terms) {
        double[] contributions = terms.contributions();
        int n = contributions.length;
        double mean = terms.value();
        double squares = 0;
        for (double c : contributions) {
            squares += (c - mean) * (c - mean);
        }
        return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
    }

    private List<Optional<Interval>> resampled(List<Terms> estimates) {
        int n = estimates.getFirst().rounds();
        double[][] values = new double[estimates.size()][resamples];
        int[] counts = new int[n];
        for (int r = 0; r < resamples; r++) {
            Arrays.fill(counts, 0);
            SplitMix64 draws = SplitMix64.stream(seed, r);
            for (int i = 0; i < n; i++) {
                counts[draws.nextInt(n)]++;
            }
            for (int e = 0; e < values.length; e++) {
                values[e][r] = estimates.get(e).value(counts);
            }
        }
        double tail = (1 - confidence) / 2;
        List<Optional<Interval>> intervals = new ArrayList<>(values.length);
        for (double[] column : values) {
            double[] sorted =
                    Arrays.stream(column).filter(v -> !Double.isNaN(v)).sorted().toArray();
            intervals.add(
                    sorted.length == 0
                            ? Optional.empty()
                            : Optional.of(new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail))));
        }
        return intervals;
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
