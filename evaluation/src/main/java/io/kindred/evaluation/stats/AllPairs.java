package io.kindred.evaluation.stats;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every model against every other one on the same users: differences with intervals, three paired tests corrected for all
 * comparisons together, effect sizes, and the compact letter display that sums it up. Immutable.
 *
 * @param names best first
 * @param means the mean of each model over its own users
 * @param letters two models share a letter exactly when no difference between them is shown, see {@link LetterDisplay}
 * @param pairs every pair once, in the order (0, 1), (0, 2), ..., (1, 2), ...
 */
public record AllPairs(List<String> names, List<Double> means, List<String> letters, List<Pair> pairs) {
    /** Above this a difference is not called one. */
    public static final double SIGNIFICANCE = 0.05;

    public AllPairs {
        names = List.copyOf(names);
        means = List.copyOf(means);
        letters = List.copyOf(letters);
        pairs = List.copyOf(pairs);
    }

    /**
     * Two models.
     *
     * @param first index of the better one
     * @param second index of the other
     * @param difference mean of the first minus mean of the second over the users that both have
     * @param interval 95% bootstrap interval of the difference; empty with fewer than two common users
     * @param effect how large the difference is
     * @param t Student's paired t test
     * @param wilcoxon the signed-rank test
     * @param permutation the sign-flip test
     * @param holmT the t test's p after Holm's correction for all pairs
     * @param holmWilcoxon likewise for the signed-rank test
     * @param holmPermutation likewise for the sign-flip test
     * @param fdrT the t test's p after Benjamini and Hochberg's correction for all pairs
     */
    public record Pair(
            int first,
            int second,
            double difference,
            Optional<Interval> interval,
            EffectSize effect,
            PairedTest t,
            PairedTest wilcoxon,
            PairedTest permutation,
            double holmT,
            double holmWilcoxon,
            double holmPermutation,
            double fdrT) {
        /** Whether both the t test and the signed-rank test speak for a difference after Holm's correction. */
        public boolean different() {
            return holmT < SIGNIFICANCE && holmWilcoxon < SIGNIFICANCE;
        }

        Map<String, Object> toMap(List<String> names) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("first", names.get(first));
            map.put("second", names.get(second));
            map.put("difference", difference);
            interval.ifPresent(ends -> map.put("interval", List.of(ends.low(), ends.high())));
            map.put("users", t.pairs());
            map.put("effect", effect.toMap());
            map.put("p", Map.of("t", t.p(), "wilcoxon", wilcoxon.p(), "permutation", permutation.p()));
            map.put("pHolm", Map.of("t", holmT, "wilcoxon", holmWilcoxon, "permutation", holmPermutation));
            map.put("pBenjaminiHochberg", Map.of("t", fdrT));
            map.put("different", different());
            return map;
        }
    }

    /**
     * Compares models.
     *
     * @param values the per-user values of each model, in the same order of users; NaN where a user has none. Means over seeds
     *     where there are several
     * @param lowerIsBetter whether the smaller mean is the better one
     * @param seed of the bootstrap and the permutations
     * @return models best first, ties in the order given
     * @throws KindredException if there are no models, or two models have fewer than two users in common
     */
    public static AllPairs of(Map<String, double[]> values, boolean lowerIsBetter, long seed) {
        if (values.isEmpty()) {
            throw new KindredException("there are no models to compare");
        }
        List<String> names = new ArrayList<>(values.keySet());
        double sign = lowerIsBetter ? 1 : -1;
        names.sort(
                (a, b) -> Double.compare(sign * Means.ofDefined(values.get(a)), sign * Means.ofDefined(values.get(b))));
        List<double[]> columns = names.stream().map(values::get).toList();
        List<Pair> pairs = compare(names, columns, seed);
        boolean[][] different = new boolean[names.size()][names.size()];
        for (Pair pair : pairs) {
            different[pair.first()][pair.second()] = pair.different();
            different[pair.second()][pair.first()] = pair.different();
        }
        List<Double> means = columns.stream().map(Means::ofDefined).toList();
        return new AllPairs(names, means, LetterDisplay.of(different), pairs);
    }

    /** The comparison of two models by their index, in either order. */
    public Pair pair(int one, int other) {
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        // Pairs before those of the first model: n - 1 of model 0, n - 2 of model 1, ...
        return pairs.get(first * (2 * names.size() - first - 1) / 2 + second - first - 1);
    }

    /** As JSON values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        List<Map<String, Object>> models = new ArrayList<>();
        for (int m = 0; m < names.size(); m++) {
            models.add(Map.of("name", names.get(m), "mean", means.get(m), "letters", letters.get(m)));
        }
        map.put("models", models);
        map.put("pairs", pairs.stream().map(pair -> pair.toMap(names)).toList());
        return map;
    }

    private static List<Pair> compare(List<String> names, List<double[]> columns, long seed) {
        List<Optional<Interval>> intervals = new ArrayList<>();
        List<Tests> tests = new ArrayList<>();
        SignFlipTest signFlip = SignFlipTest.ofSeed(seed);
        for (int i = 0; i < columns.size(); i++) {
            List<double[]> differences = new ArrayList<>();
            for (int j = i + 1; j < columns.size(); j++) {
                tests.add(Tests.of(names.get(i), names.get(j), columns.get(i), columns.get(j), signFlip));
                differences.add(minus(columns.get(i), columns.get(j)));
            }
            // The pairs of one model share their draws; those of all models together would take too much memory.
            intervals.addAll(Bootstrap.ofSeed(seed).means(differences, 1));
        }
        double[] pT = tests.stream().mapToDouble(test -> test.t().p()).toArray();
        double[] pWilcoxon =
                tests.stream().mapToDouble(test -> test.wilcoxon().p()).toArray();
        double[] pPermutation =
                tests.stream().mapToDouble(test -> test.permutation().p()).toArray();
        double[] holmT = PairedTest.holm(pT);
        double[] holmWilcoxon = PairedTest.holm(pWilcoxon);
        double[] holmPermutation = PairedTest.holm(pPermutation);
        double[] fdrT = PairedTest.benjaminiHochberg(pT);
        List<Pair> pairs = new ArrayList<>();
        int p = 0;
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                Tests of = tests.get(p);
                pairs.add(new Pair(
                        i,
                        j,
                        of.permutation().statistic(),
                        intervals.get(p),
                        of.effect(),
                        of.t(),
                        of.wilcoxon(),
                        of.permutation(),
                        holmT[p],
                        holmWilcoxon[p],
                        holmPermutation[p],
                        fdrT[p]));
                p++;
            }
        }
        return pairs;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int u = 0; u < a.length; u++) {
            difference[u] = a[u] - b[u];
        }
        return difference;
    }

    /** What two models alone decide, before any correction. */
    private record Tests(EffectSize effect, PairedTest t, PairedTest wilcoxon, PairedTest permutation) {
        static Tests of(String first, String second, double[] a, double[] b, SignFlipTest signFlip) {
            EffectSize effect = EffectSize.of(a, b)
                    .orElseThrow(() -> new KindredException("the models '" + first + "' and '" + second
                            + "' have fewer than two users in common and cannot be compared"));
            return new Tests(
                    effect,
                    PairedTest.t(a, b).orElseThrow(),
                    PairedTest.wilcoxon(a, b).orElseThrow(),
                    signFlip.of(a, b).orElseThrow());
        }
    }
}
