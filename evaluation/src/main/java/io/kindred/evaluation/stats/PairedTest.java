package io.kindred.evaluation.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The outcome of a two-sided test on paired per-user values.
 *
 * @param name which test
 * @param statistic t, the smaller rank sum, or the mean difference
 * @param p probability of a difference at least as large if there were none
 * @param pairs how many pairs the statistic rests on
 */
public record PairedTest(String name, double statistic, double p, int pairs) {
    /**
     * Student's paired t test. Pairs with a NaN on either side are left out.
     *
     * @param a values of one model, b of the other for the same users
     * @return empty with fewer than two pairs; p = 1 where all differences are 0
     */
    public static Optional<PairedTest> t(double[] a, double[] b) {
        double[] differences = differences(a, b);
        int n = differences.length;
        if (n < 2) {
            return Optional.empty();
        }
        double mean = Means.ofDefined(differences);
        double squares = 0;
        for (double d : differences) {
            squares += (d - mean) * (d - mean);
        }
        double error = Math.sqrt(squares / (n - 1) / n);
        if (error == 0) {
            // Every pair differs by the same amount: either not at all, or without any doubt.
            double statistic = mean == 0 ? 0 : Math.copySign(Double.MAX_VALUE, mean);
            return Optional.of(new PairedTest("paired t", statistic, mean == 0 ? 1 : 0, n));
        }
        double statistic = mean / error;
        double p = 2 * new TDistribution(null, n - 1).cumulativeProbability(-Math.abs(statistic));
        return Optional.of(new PairedTest("paired t", statistic, Math.min(1, p), n));
    }

    /**
     * Wilcoxon's signed-rank test (Wilcoxon, Individual Comparisons by Ranking Methods, 1945) by normal approximation with
     * correction for ties and without continuity correction; pairs without difference are dropped, pairs with a NaN left out.
     *
     * @return empty where there are no pairs at all; p = 1 where all differences are 0
     */
    public static Optional<PairedTest> wilcoxon(double[] a, double[] b) {
        double[] all = differences(a, b);
        if (all.length == 0) {
            return Optional.empty();
        }
        SignedRanks ranks = SignedRanks.of(all);
        int n = ranks.count();
        if (n == 0) {
            return Optional.of(new PairedTest("Wilcoxon signed rank", 0, 1, 0));
        }
        double statistic = Math.min(ranks.positive(), ranks.negative());
        double deviation = Math.sqrt((n * (n + 1.0) * (2.0 * n + 1) - ranks.ties() / 2) / 24);
        double z = (statistic - ranks.total() / 2) / deviation;
        double p = 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(z));
        return Optional.of(new PairedTest("Wilcoxon signed rank", statistic, Math.min(1, p), n));
    }

    /**
     * Holm's step-down correction for testing several hypotheses at once (Holm, A Simple Sequentially Rejective Multiple Test
     * Procedure, 1979).
     *
     * @return adjusted p values in the order given
     */
    public static double[] holm(double[] p) {
        Integer[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double running = 0;
        for (int i = 0; i < p.length; i++) {
            running = Math.max(running, Math.min(1, p[order[i]] * (p.length - i)));
            adjusted[order[i]] = running;
        }
        return adjusted;
    }

    /**
     * The correction of Benjamini and Hochberg, which bounds the share of false alarms among what is called a difference
     * rather than the probability of a single one (Benjamini and Hochberg, Controlling the False Discovery Rate, 1995). Right
     * for independent and positively dependent tests.
     *
     * @return adjusted p values in the order given
     */
    public static double[] benjaminiHochberg(double[] p) {
        Integer[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double running = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            running = Math.min(running, p[order[i]] * p.length / (i + 1));
            adjusted[order[i]] = running;
        }
        return adjusted;
    }

    private static Integer[] ascending(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (x, y) -> Double.compare(p[x], p[y]));
        return order;
    }

    /** The differences of the pairs of which both values are defined. */
    static double[] differences(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("paired values of different length: " + a.length + " and " + b.length);
        }
        double[] found = new double[a.length];
        int n = 0;
        for (int u = 0; u < a.length; u++) {
            double d = a[u] - b[u];
            if (!Double.isNaN(d)) {
                found[n++] = d;
            }
        }
        return Arrays.copyOf(found, n);
    }
}
