package io.kindred.evaluation;

import io.kindred.core.data.Provenance;
import io.kindred.core.model.ModelInfo;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.ExposureCurve;
import io.kindred.evaluation.report.GroupExposure;
import io.kindred.evaluation.report.GroupMeans;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.stats.Bootstrap;
import io.kindred.evaluation.stats.Interval;
import io.kindred.evaluation.stats.Means;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns the results of a split's folds into an {@link EvaluationReport}. Immutable and thread-safe. */
public final class Reports {
    private final Split split;
    private final EvaluationOptions options;
    private final SplitDescription description;

    /**
     * @param split what was measured on
     * @param options how
     * @param provenance where the data came from
     */
    public Reports(Split split, EvaluationOptions options, Provenance provenance) {
        this.split = split;
        this.options = options;
        this.description = new SplitDescription(split, provenance);
    }

    /**
     * The per-user values of all folds, each user once; with a model that predicts ratings also each user's rmse and mae.
     *
     * @param results one for each fold of the split, in order
     */
    public PerUserValues perUser(List<RankingResult> results) {
        PerUserValues joined =
                FoldValues.join(results.stream().map(RankingResult::perUser).toList());
        Map<String, double[]> columns = new LinkedHashMap<>(joined.columns());
        columns.putAll(new RatingSummary(results).perUser(joined.userOf()));
        return new PerUserValues(joined.users(), joined.userOf(), columns);
    }

    /**
     * The report of one model.
     *
     * @param results one for each fold of the split, in order
     * @param trainSeconds of all folds together
     * @param trainSeed of the model
     */
    public EvaluationReport of(ModelInfo model, List<RankingResult> results, double trainSeconds, long trainSeed) {
        long start = System.nanoTime();
        PerUserValues lists =
                FoldValues.join(results.stream().map(RankingResult::perUser).toList());
        RatingSummary ratings = new RatingSummary(results);
        int users = lists.columns().values().stream()
                .mapToInt(Means::countDefined)
                .max()
                .orElse(0);
        List<GroupMeans> userGroups = userGroups(results.getFirst(), lists);
        List<GroupExposure> itemGroups = itemGroups(results);
        Map<String, Double> metrics = metrics(lists, results, ratings);
        Fairness fairness =
                new Fairness(userGroups, itemGroups, options.candidates().prefix());
        options.at().forEach(k -> metrics.putAll(fairness.at(k)));
        Map<String, Interval> intervals = options.resamples() == 0 ? Map.of() : intervals(lists, ratings);
        double seconds = (System.nanoTime() - start) * 1e-9
                + results.stream().mapToDouble(RankingResult::seconds).sum();
        Map<String, Object> rules = rules();
        Map<String, Object> settings = new TreeMap<>(split.settings());
        settings.putAll(rules);
        int leftOut = leftOut(results, users);
        int tied = results.stream().mapToInt(RankingResult::tiedLists).sum();
        Map<String, Integer> answered = answered(results);
        return new EvaluationReport(
                model.provider(),
                model.parameters(),
                split.protocol(),
                split.protocolHash(rules),
                settings,
                users,
                leftOut,
                tied,
                metrics,
                intervals,
                trainSeconds,
                seconds,
                description.data(),
                answered,
                userGroups,
                itemGroups,
                exposure(results),
                description.seeds(trainSeed, options.seed()),
                description.notes(leftOut, tied, answered, ratings.unpredicted(), options));
    }

    /** How candidates were chosen: what decides a result besides the split and the model. */
    private Map<String, Object> rules() {
        Map<String, Object> rules = new TreeMap<>();
        rules.put("candidates", options.candidates().label());
        rules.put("maskValidation", options.maskValidation());
        rules.put("ties", "lower-item-index");
        if (options.candidates() instanceof Candidates.SampledUniform) {
            rules.put("candidateSeed", options.seed());
        }
        return rules;
    }

    private static Map<String, Double> metrics(
            PerUserValues lists, List<RankingResult> results, RatingSummary ratings) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        lists.columns().forEach((name, values) -> metrics.put(name, Means.ofDefined(values)));
        for (String name : results.getFirst().overall().keySet()) {
            results.stream()
                    .map(result -> result.overall().get(name))
                    .filter(value -> value != null)
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .ifPresent(mean -> metrics.put(name, mean));
        }
        metrics.putAll(ratings.metrics());
        metrics.values().removeIf(value -> !Double.isFinite(value));
        return metrics;
    }

    private Map<String, Interval> intervals(PerUserValues lists, RatingSummary ratings) {
        Bootstrap bootstrap = new Bootstrap(options.resamples(), 0.95, options.seed());
        List<Optional<Interval>> found =
                bootstrap.means(new ArrayList<>(lists.columns().values()), options.threads());
        Map<String, Interval> intervals = new LinkedHashMap<>();
        int next = 0;
        for (String name : lists.columns().keySet()) {
            found.get(next++).ifPresent(interval -> intervals.put(name, interval));
        }
        intervals.putAll(ratings.intervals(bootstrap));
        return intervals;
    }

    private List<GroupMeans> userGroups(RankingResult first, PerUserValues lists) {
        List<String> compared = new ArrayList<>();
        List<String> labels = new ArrayList<>(List.of("ndcg", "recall", "popularity-lift"));
        options.itemGroups().forEach(categories -> labels.add("calibration-kl-" + categories.name()));
        for (String label : labels) {
            options.at().forEach(k -> compared.add(options.candidates().prefix() + label + "@" + k));
        }
        compared.retainAll(lists.columns().keySet());
        List<GroupMeans> groups = new ArrayList<>();
        first.userGroups().forEach(g -> groups.addAll(GroupMeans.of(g, lists, compared)));
        return groups;
    }

    /** Shares are averaged over folds. */
    private static List<GroupExposure> itemGroups(List<RankingResult> results) {
        List<GroupExposure> joined = new ArrayList<>();
        List<GroupExposure> first = results.getFirst().itemGroups();
        for (int g = 0; g < first.size(); g++) {
            List<GroupExposure> same = new ArrayList<>();
            for (RankingResult result : results) {
                for (GroupExposure other : result.itemGroups()) {
                    if (other.grouping().equals(first.get(g).grouping())
                            && other.group().equals(first.get(g).group())) {
                        same.add(other);
                    }
                }
            }
            joined.add(GroupExposure.mean(same));
        }
        return joined;
    }

    /** Curves are averaged over folds. */
    private static List<ExposureCurve> exposure(List<RankingResult> results) {
        List<ExposureCurve> joined = new ArrayList<>();
        for (ExposureCurve first : results.getFirst().exposure()) {
            joined.add(ExposureCurve.mean(results.stream()
                    .flatMap(result -> result.exposure().stream())
                    .filter(curve -> curve.of().equals(first.of()))
                    .toList()));
        }
        return joined;
    }

    private static Map<String, Integer> answered(List<RankingResult> results) {
        Map<String, Integer> answered = new LinkedHashMap<>();
        results.forEach(result -> result.ways().forEach((way, count) -> answered.merge(way, count, Integer::sum)));
        return answered;
    }

    /** With held-out users every fold asks about other users; otherwise every fold asks about all. */
    private int leftOut(List<RankingResult> results, int users) {
        boolean heldOut = split.folds().getFirst().foldIn().size() > 0;
        if (heldOut) {
            return results.stream().mapToInt(RankingResult::usersLeftOut).sum();
        }
        int population = results.stream()
                .mapToInt(result -> result.users() + result.usersLeftOut())
                .max()
                .orElse(0);
        return population - users;
    }
}
