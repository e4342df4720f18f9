package io.kindred.evaluation.experiment;

import io.kindred.core.KindredException;
import io.kindred.evaluation.report.Leaderboard;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.stats.AcrossSeeds;
import io.kindred.evaluation.stats.AllPairs;
import io.kindred.evaluation.stats.Bootstrap;
import io.kindred.evaluation.stats.CriticalDifference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the per-user values of a run say about one metric: every model over its seeds, and every model against every other one.
 * Models that failed or were not measured by the metric are left out. Immutable.
 *
 * @param metric a mean over users, as in "ndcg@10"
 * @param seeds by model, in the order of the run
 * @param pairs the models best first; each user's mean over the seeds is compared
 */
public record RunStatistics(String metric, Map<String, AcrossSeeds> seeds, AllPairs pairs) {
    /** Of the bootstrap and the permutations. */
    private static final long SEED = 42;

    public RunStatistics {
        seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
    }

    /**
     * Computes the statistics of a run.
     *
     * @throws KindredException if no model has per-user values of the metric
     */
    public static RunStatistics of(RunResults run, String metric) {
        List<String> names = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        List<PerUserValues> tables = new ArrayList<>();
        for (ModelResult model : run.models()) {
            List<PerUserValues> own = model.seeds().stream()
                    .map(SeedResult::perUser)
                    .filter(values -> values.columns().containsKey(metric))
                    .toList();
            if (!own.isEmpty()) {
                names.add(model.name());
                counts.add(own.size());
                tables.addAll(own);
            }
        }
        if (names.isEmpty()) {
            throw new KindredException("no model of the run '" + run.facts().run() + "' has per-user values of '"
                    + metric + "'; metrics of all lists together, such as coverage, have none");
        }
        double[][] aligned = PerUserValues.aligned(tables, metric);
        Map<String, AcrossSeeds> seeds = new LinkedHashMap<>();
        Map<String, double[]> means = new LinkedHashMap<>();
        int from = 0;
        for (int m = 0; m < names.size(); m++) {
            double[][] own = new double[counts.get(m)][];
            System.arraycopy(aligned, from, own, 0, own.length);
            from += own.length;
            seeds.put(names.get(m), AcrossSeeds.of(own, Bootstrap.ofSeed(SEED)));
            means.put(names.get(m), AcrossSeeds.userMeans(own));
        }
        return new RunStatistics(metric, seeds, AllPairs.of(means, Leaderboard.lowerIsBetter(metric), SEED));
    }

    /**
     * Compares the models that all runs have, by name, over data sets: one run on each.
     *
     * @param metric any metric of the reports; the mean over seeds counts
     * @throws KindredException if there are fewer than two runs or two models that all of them have with the metric, or two
     *     runs are on the same data
     */
    public static CriticalDifference overDataSets(List<RunResults> runs, String metric) {
        List<Map<String, Double>> figures = new ArrayList<>();
        Set<Object> hashes = new LinkedHashSet<>();
        Set<String> shared = new LinkedHashSet<>();
        for (RunResults run : runs) {
            Map<String, Double> means = means(run, metric);
            if (!hashes.add(
                    run.facts().data().getOrDefault("dataHash", run.facts().run()))) {
                throw new KindredException("the run '" + run.facts().run() + "' is on the same data as another one; a"
                        + " comparison over data sets takes one run on each");
            }
            if (figures.isEmpty()) {
                shared.addAll(means.keySet());
            } else {
                shared.retainAll(means.keySet());
            }
            figures.add(means);
        }
        List<String> names = List.copyOf(shared);
        double[][] values = new double[figures.size()][names.size()];
        for (int d = 0; d < values.length; d++) {
            for (int m = 0; m < names.size(); m++) {
                values[d][m] = figures.get(d).get(names.get(m));
            }
        }
        return CriticalDifference.of(names, values, Leaderboard.lowerIsBetter(metric), AllPairs.SIGNIFICANCE);
    }

    private static Map<String, Double> means(RunResults run, String metric) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (ModelResult model : run.models()) {
            model.seeds().stream()
                    .map(seed -> seed.report().metrics().get(metric))
                    .filter(value -> value != null)
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .ifPresent(mean -> means.put(model.name(), mean));
        }
        return means;
    }
}
