package io.kindred.evaluation.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;

/**
 * How large the difference of two models is, on scales that do not depend on the number of users as p values do. All are
 * positive where the first model has the larger values. Pairs with a NaN on either side are left out. Immutable.
 *
 * @param dz Cohen's d<sub>z</sub>: the mean difference divided by the standard deviation of the differences (Cohen, Statistical
 *     Power Analysis for the Behavioral Sciences, 1988); 0 where all differences are 0, infinite where they are all the same
 * @param hedges {@code dz} with Hedges' exact correction for small samples, {@code gamma(m / 2) / (sqrt(m / 2) gamma((m - 1) /
 *     2))} with {@code m = pairs - 1} (Hedges, Distribution Theory for Glass's Estimator of Effect Size, 1981)
 * @param rankBiserial matched-pairs rank-biserial correlation: sum of the ranks of the positive differences minus that of the
 *     negative ones, divided by the sum of all; pairs without difference are dropped (Kerby, The Simple Difference Formula,
 *     2014). From -1 to 1; 0 where all differences are 0
 * @param commonLanguage the share of users with the larger value under the first model, plus half of those with equal values
 *     (McGraw and Wong, A Common Language Effect Size Statistic, 1992, for pairs); from 0 to 1
 * @param pairs how many pairs there are
 */
public record EffectSize(double dz, double hedges, double rankBiserial, double commonLanguage, int pairs) {
    /**
     * The effect sizes of two models.
     *
     * @param a values of one model, b of the other for the same users
     * @return empty with fewer than two pairs
     */
    public static Optional<EffectSize> of(double[] a, double[] b) {
        double[] differences = PairedTest.differences(a, b);
        int n = differences.length;
        if (n < 2) {
            return Optional.empty();
        }
        double mean = Means.ofDefined(differences);
        double squares = 0;
        double larger = 0;
        for (double d : differences) {
            squares += (d - mean) * (d - mean);
            larger += d > 0 ? 1 : d == 0 ? 0.5 : 0;
        }
        double deviation = Math.sqrt(squares / (n - 1));
        double dz = mean == 0 ? 0 : mean / deviation;
        SignedRanks ranks = SignedRanks.of(differences);
        double biserial = ranks.count() == 0 ? 0 : (ranks.positive() - ranks.negative()) / ranks.total();
        return Optional.of(new EffectSize(dz, dz * correction(n - 1), biserial, larger / n, n));
    }

    /** As JSON values; an infinite size is left out. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (Double.isFinite(dz)) {
            map.put("dz", dz);
            map.put("hedges", hedges);
        }
        map.put("rankBiserial", rankBiserial);
        map.put("commonLanguage", commonLanguage);
        return map;
    }

    private static double correction(int degrees) {
        if (degrees < 2) {
            // The gamma function has a pole at 0: one degree of freedom says nothing about the spread.
            return 0;
        }
        double half = degrees / 2.0;
        return Math.exp(Gamma.logGamma(half) - Gamma.logGamma((degrees - 1) / 2.0)) / Math.sqrt(half);
    }
}
