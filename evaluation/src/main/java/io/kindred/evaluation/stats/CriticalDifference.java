package io.kindred.evaluation.stats;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Several models over several data sets: the Friedman test of whether they differ at all, Nemenyi's critical difference of
 * average ranks for all pairs, and Holm's procedure against the best (Demšar, Statistical Comparisons of Classifiers over
 * Multiple Data Sets, 2006). A data set counts once, whatever its number of users. Immutable; what a critical-difference diagram
 * shows.
 *
 * @param names best average rank first
 * @param dataSets how many there are
 * @param averageRanks rank 1 is the best on a data set, equal values share their mean rank
 * @param alpha the level of the critical difference
 * @param criticalDifference average ranks this far apart or farther differ
 * @param friedman chi-square statistic of the Friedman test, corrected for ties
 * @param friedmanP its p value with models - 1 degrees of freedom
 * @param imanDavenport the F statistic derived from it, less conservative; infinite where every data set gives the same ranks
 * @param imanDavenportP its p value with models - 1 and (models - 1)(data sets - 1) degrees of freedom
 * @param holm for each model the p value of its average rank against the best model's, corrected by Holm; 1 for the best
 * @param bars the groups within which no difference is shown, each maximal, best first; models alone are in none
 */
public record CriticalDifference(
        List<String> names,
        int dataSets,
        List<Double> averageRanks,
        double alpha,
        double criticalDifference,
        double friedman,
        double friedmanP,
        double imanDavenport,
        double imanDavenportP,
        List<Double> holm,
        List<Bar> bars) {
    /** With fewer data sets the approximations are poor: what is said about them must say so. */
    public static final int RELIABLE_DATA_SETS = 10;

    public CriticalDifference {
        names = List.copyOf(names);
        averageRanks = List.copyOf(averageRanks);
        holm = List.copyOf(holm);
        bars = List.copyOf(bars);
    }

    /**
     * Neighbours in rank that are not shown to differ.
     *
     * @param from index of the first, best
     * @param to index of the last, greater than {@code from}
     */
    public record Bar(int from, int to) {}

    /**
     * Compares models over data sets.
     *
     * @param names of the models
     * @param values {@code values[dataSet][model]}: a figure of each model on each data set, such as its mean ndcg
     * @param lowerIsBetter whether the smaller figure is the better one
     * @param alpha level of the critical difference, in (0, 0.5]
     * @throws KindredException if there are fewer than two models or data sets, or a figure is missing
     */
    public static CriticalDifference of(List<String> names, double[][] values, boolean lowerIsBetter, double alpha) {
        int models = names.size();
        int sets = values.length;
        if (models < 2 || sets < 2) {
            throw new KindredException("a comparison over data sets needs at least two models and two data sets, not "
                    + models + " and " + sets);
        }
        if (!(alpha > 0 && alpha <= 0.5)) {
            throw new KindredException("the level is " + alpha + " but must be above 0 and at most 0.5");
        }
        double[] sums = new double[models];
        double squares = 0;
        for (int d = 0; d < sets; d++) {
            double[] ranks = ranks(names, values[d], d, lowerIsBetter);
            for (int m = 0; m < models; m++) {
                sums[m] += ranks[m];
                squares += ranks[m] * ranks[m];
            }
        }
        Integer[] order = new Integer[models];
        Arrays.setAll(order, m -> m);
        Arrays.sort(order, (a, b) -> Double.compare(sums[a], sums[b]));
        List<Double> averages = new ArrayList<>();
        List<String> ordered = new ArrayList<>();
        for (Integer m : order) {
            averages.add(sums[m] / sets);
            ordered.add(names.get(m));
        }
        double chi = friedman(sums, squares, sets);
        double f = (sets - 1.0) * chi / (sets * (models - 1.0) - chi);
        // All data sets agree: the F statistic is infinite, up to rounding of either sign.
        boolean agreed = sets * (models - 1.0) - chi < 1e-9;
        double deviation = Math.sqrt(models * (models + 1.0) / (6.0 * sets));
        double critical = StudentizedRange.critical(alpha, models) / Math.sqrt(2) * deviation;
        return new CriticalDifference(
                ordered,
                sets,
                averages,
                alpha,
                critical,
                chi,
                1 - new ChiSquaredDistribution(null, models - 1.0).cumulativeProbability(chi),
                agreed ? Double.POSITIVE_INFINITY : f,
                agreed
                        ? 0
                        : 1
                                - new FDistribution(null, models - 1.0, (models - 1.0) * (sets - 1))
                                        .cumulativeProbability(f),
                holm(averages, deviation),
                bars(averages, critical));
    }

    /** Whether two models, by their index, are as far apart as the critical difference or farther. */
    public boolean different(int one, int other) {
        return Math.abs(averageRanks.get(one) - averageRanks.get(other)) >= criticalDifference;
    }

    /** As JSON values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataSets", dataSets);
        map.put("alpha", alpha);
        map.put("criticalDifference", criticalDifference);
        map.put("friedman", Map.of("statistic", friedman, "p", friedmanP));
        if (Double.isFinite(imanDavenport)) {
            map.put("imanDavenport", Map.of("statistic", imanDavenport, "p", imanDavenportP));
        }
        List<Map<String, Object>> models = new ArrayList<>();
        for (int m = 0; m < names.size(); m++) {
            models.add(
                    Map.of("name", names.get(m), "averageRank", averageRanks.get(m), "pHolmAgainstBest", holm.get(m)));
        }
        map.put("models", models);
        map.put(
                "noDifferenceShown",
                bars.stream()
                        .map(bar -> names.subList(bar.from(), bar.to() + 1))
                        .toList());
        return map;
    }

    private static double[] ranks(List<String> names, double[] values, int dataSet, boolean lowerIsBetter) {
        if (values.length != names.size()) {
            throw new KindredException("data set number " + dataSet + " has figures of " + values.length
                    + " models, not of " + names.size());
        }
        double[] ranks = new double[values.length];
        for (int m = 0; m < values.length; m++) {
            if (Double.isNaN(values[m])) {
                throw new KindredException("the model '" + names.get(m) + "' has no figure on data set number "
                        + dataSet + "; leave out the model or the data set");
            }
            double better = 0;
            double equal = 0;
            for (double other : values) {
                better += (lowerIsBetter ? other < values[m] : other > values[m]) ? 1 : 0;
                equal += other == values[m] ? 1 : 0;
            }
            ranks[m] = better + (equal + 1) / 2;
        }
        return ranks;
    }

    /** Conover's form, which corrects for ties and is the usual one without them; 0 where all values are equal. */
    private static double friedman(double[] sums, double squares, int sets) {
        int models = sums.length;
        double middle = sets * (models + 1.0) / 2;
        double spread = 0;
        for (double sum : sums) {
            spread += (sum - middle) * (sum - middle);
        }
        double within = squares - sets * models * (models + 1.0) * (models + 1.0) / 4;
        return within <= 0 ? 0 : (models - 1) * spread / within;
    }

    private static List<Double> holm(List<Double> averages, double deviation) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] p = new double[averages.size() - 1];
        for (int m = 0; m < p.length; m++) {
            double z = (averages.get(m + 1) - averages.getFirst()) / deviation;
            p[m] = 2 * normal.cumulativeProbability(-z);
        }
        List<Double> adjusted = new ArrayList<>(List.of(1.0));
        for (double of : PairedTest.holm(p)) {
            adjusted.add(of);
        }
        return adjusted;
    }

    private static List<Bar> bars(List<Double> averages, double critical) {
        List<Bar> bars = new ArrayList<>();
        int reached = 0;
        for (int from = 0; from < averages.size(); from++) {
            int to = from;
            while (to + 1 < averages.size() && averages.get(to + 1) - averages.get(from) < critical) {
                to++;
            }
            if (to > from && to > reached) {
                bars.add(new Bar(from, to));
                reached = to;
            }
        }
        return bars;
    }
}
