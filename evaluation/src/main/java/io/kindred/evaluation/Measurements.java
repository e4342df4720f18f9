package io.kindred.evaluation;

import io.kindred.core.KindredException;
import io.kindred.core.scorer.Strategy;
import io.kindred.evaluation.metric.AccuracyMetric;
import io.kindred.evaluation.metric.AveragePopularity;
import io.kindred.evaluation.metric.Calibration;
import io.kindred.evaluation.metric.Diversity;
import io.kindred.evaluation.metric.Exposure;
import io.kindred.evaluation.metric.Groups;
import io.kindred.evaluation.metric.IncidenceCosine;
import io.kindred.evaluation.metric.ItemCosine;
import io.kindred.evaluation.metric.ListMetric;
import io.kindred.evaluation.metric.LongTailShare;
import io.kindred.evaluation.metric.Novelty;
import io.kindred.evaluation.metric.PopularityLift;
import io.kindred.evaluation.metric.RatingErrors;
import io.kindred.evaluation.metric.Serendipity;
import io.kindred.evaluation.metric.TrainingStatistics;
import io.kindred.evaluation.report.ExposureCurve;
import io.kindred.evaluation.report.GroupExposure;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.split.RankingTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that an evaluation fills, a row for each user with target interactions, and what all its threads share. Each
 * row is written by one thread.
 */
final class Measurements {
    private final RankingTask task;
    private final EvaluationOptions options;
    private final int[] users;
    private final int[] at;
    private final TrainingStatistics training;
    private final Optional<ItemCosine> cosine;
    private final List<Groups> itemGroups = new ArrayList<>();
    private final List<String> labels;
    private final double[][] values;
    private final double[] auc;

    Measurements(RankingTask task, EvaluationOptions options, int[] users) {
        this.task = task;
        this.options = options;
        this.users = users;
        this.at = options.cutoffs();
        this.training = new TrainingStatistics(task.train());
        if (options.measuresBeyondAccuracy()) {
            this.cosine = Optional.of(options.itemCosine().orElseGet(() -> new IncidenceCosine(task.train())));
            itemGroups.add(Groups.byPopularity(training));
            itemGroups.addAll(options.itemGroups());
        } else {
            this.cosine = Optional.empty();
        }
        this.labels = newMetrics().stream().map(ListMetric::label).toList();
        this.values = new double[labels.size() * at.length][users.length];
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        this.auc = new double[users.length];
        Arrays.fill(auc, Double.NaN);
    }

    RankingTask task() {
        return task;
    }

    int user(int row) {
        return users[row];
    }

    /** The cut-offs, ascending; not a copy. */
    int[] at() {
        return at;
    }

    /** The metrics of lists for one thread. */
    List<ListMetric> newMetrics() {
        List<ListMetric> metrics = new ArrayList<>(List.of(AccuracyMetric.values()));
        cosine.ifPresent(items -> {
            metrics.add(new Novelty(training));
            metrics.add(new Diversity(items));
            metrics.add(new Serendipity(training));
            metrics.add(new PopularityLift(training));
            metrics.add(new AveragePopularity(training));
            metrics.add(new LongTailShare(itemGroups.getFirst()));
            options.itemGroups().forEach(categories -> metrics.add(new Calibration(categories)));
        });
        return metrics;
    }

    /** Counts of what is shown, for one thread. */
    Exposure newExposure() {
        return new Exposure(at, task.train().itemCount(), itemGroups);
    }

    /** Writes what a metric gives for a row, a value for each cut-off. */
    void set(int metric, int row, double[] perCutoff) {
        for (int c = 0; c < at.length; c++) {
            values[metric * at.length + c][row] = perCutoff[c];
        }
    }

    void setAuc(int row, double value) {
        auc[row] = value;
    }

    /** Brings together what the threads counted. */
    RankingResult result(List<MeasuringThread> threads, Optional<RatingErrors> ratings, double seconds) {
        Exposure exposure = newExposure();
        int measured = 0;
        int tied = 0;
        Map<Strategy, Integer> ways = new EnumMap<>(Strategy.class);
        for (MeasuringThread thread : threads) {
            thread.exposure().ifPresent(exposure::add);
            measured += thread.measured();
            tied += thread.tied();
            thread.ways().forEach((way, count) -> ways.merge(way, count, Integer::sum));
        }
        if (measured == 0) {
            throw new KindredException("no user has a relevant item: the part to be predicted has "
                    + task.target().size() + " interactions, and all of them repeat what the user has in training");
        }
        Map<String, Integer> named = new LinkedHashMap<>();
        ways.forEach((way, count) -> named.put(way.id(), count));
        List<Groups> userGroups = new ArrayList<>(List.of(Groups.byActivity(task.train(), task.foldIn())));
        userGroups.addAll(options.userGroups());
        return new RankingResult(
                new PerUserValues(task.train().users(), users, columns()),
                overall(exposure),
                ratings,
                userGroups,
                shares(exposure),
                curves(exposure),
                measured,
                population() - measured,
                tied,
                named,
                seconds);
    }

    /** The columns by name, as in "ndcg@10"; those without any value are left out. */
    private Map<String, double[]> columns() {
        String prefix = options.candidates().prefix();
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int m = 0; m < labels.size(); m++) {
            for (int c = 0; c < at.length; c++) {
                put(columns, prefix + labels.get(m) + "@" + at[c], values[m * at.length + c]);
            }
        }
        put(columns, prefix + "auc", auc);
        return columns;
    }

    private static void put(Map<String, double[]> columns, String name, double[] column) {
        for (double value : column) {
            if (!Double.isNaN(value)) {
                columns.put(name, column);
                return;
            }
        }
    }

    private Map<String, Double> overall(Exposure exposure) {
        Map<String, Double> overall = new LinkedHashMap<>();
        if (cosine.isPresent()) {
            for (int c = 0; c < at.length; c++) {
                overall.put("coverage@" + at[c], exposure.coverage(c));
            }
            for (int c = 0; c < at.length; c++) {
                overall.put("gini@" + at[c], exposure.gini(c));
            }
            for (int c = 0; c < at.length; c++) {
                overall.put("entropy@" + at[c], exposure.entropy(c));
            }
            overall.values().removeIf(value -> value.isNaN());
        }
        return overall;
    }

    private List<ExposureCurve> curves(Exposure exposure) {
        List<ExposureCurve> curves = new ArrayList<>();
        if (cosine.isPresent() && training.pairs() > 0) {
            int[] popularity = new int[training.itemCount()];
            Arrays.setAll(popularity, training::popularity);
            curves.add(ExposureCurve.of(ExposureCurve.TRAINING, popularity));
            for (int c = 0; c < at.length; c++) {
                if (exposure.coverage(c) > 0) {
                    curves.add(ExposureCurve.of("@" + at[c], exposure.shown(c)));
                }
            }
        }
        return curves;
    }

    private List<GroupExposure> shares(Exposure exposure) {
        List<GroupExposure> shares = new ArrayList<>();
        for (int g = 0; g < itemGroups.size(); g++) {
            Groups groups = itemGroups.get(g);
            int[] sizes = groups.sizes();
            long[] pairs = new long[sizes.length];
            for (int item = 0; item < training.itemCount(); item++) {
                for (int p = groups.start(item); p < groups.end(item); p++) {
                    pairs[groups.group(p)] += training.popularity(item);
                }
            }
            for (int k = 0; k < sizes.length; k++) {
                if (sizes[k] > 0) {
                    shares.add(new GroupExposure(
                            groups.name(),
                            groups.names().get(k),
                            sizes[k],
                            (double) sizes[k] / training.itemCount(),
                            (double) pairs[k] / training.pairs(),
                            exposure.shares(g, k),
                            exposure.relevant(g, k),
                            exposure.rates(g, k, sizes[k]),
                            exposure.recalls(g, k)));
                }
            }
        }
        return shares;
    }

    /** Who could have been measured: with held-out users those, else everybody with an interaction in some part. */
    private int population() {
        boolean heldOut = task.foldIn().size() > 0;
        int count = 0;
        for (int u = 0; u < task.train().userCount(); u++) {
            int others =
                    task.target().byUser().length(u) + task.foldIn().byUser().length(u);
            boolean counts = others > 0 || (!heldOut && task.train().byUser().length(u) > 0);
            count += counts ? 1 : 0;
        }
        return count;
    }
}
