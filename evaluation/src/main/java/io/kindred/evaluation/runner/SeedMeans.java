package io.kindred.evaluation.runner;

import io.kindred.evaluation.FoldValues;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.Leaderboard;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.stats.Bootstrap;
import io.kindred.evaluation.stats.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One model over several seeds as one entry of a leaderboard. Stateless. */
final class SeedMeans {
    private static final double LEVEL = 0.95;

    private SeedMeans() {}

    /**
     * The means: of every metric over the seeds, of every user over the seeds that measured the user, of times over the seeds.
     *
     * @param seeds at least one
     */
    static Leaderboard.Entry entry(String name, List<SeedResult> seeds) {
        SeedResult first = seeds.getFirst();
        if (seeds.size() == 1) {
            return new Leaderboard.Entry(name, first.report(), Optional.of(first.perUser()));
        }
        PerUserValues perUser =
                FoldValues.join(seeds.stream().map(SeedResult::perUser).toList());
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String metric : first.report().metrics().keySet()) {
            boolean everywhere =
                    seeds.stream().allMatch(seed -> seed.report().metrics().containsKey(metric));
            if (everywhere) {
                metrics.put(
                        metric,
                        seeds.stream()
                                .mapToDouble(seed -> seed.report().metrics().get(metric))
                                .average()
                                .orElseThrow());
            }
        }
        EvaluationReport report = first.report();
        EvaluationReport mean = new EvaluationReport(
                report.model(),
                report.parameters(),
                report.protocol(),
                report.protocolHash(),
                report.settings(),
                perUser.rows(),
                report.usersLeftOut(),
                report.tiedLists(),
                metrics,
                intervals(report, perUser),
                seeds.stream()
                        .mapToDouble(s -> s.report().trainSeconds())
                        .average()
                        .orElseThrow(),
                seeds.stream()
                        .mapToDouble(s -> s.report().evaluateSeconds())
                        .average()
                        .orElseThrow(),
                report.data(),
                report.answered(),
                report.userGroups(),
                report.itemGroups(),
                report.exposure(),
                report.seeds(),
                report.notes());
        return new Leaderboard.Entry(name, mean, Optional.of(perUser));
    }

    private static Map<String, Interval> intervals(EvaluationReport report, PerUserValues perUser) {
        List<String> names = perUser.columns().keySet().stream()
                .filter(report.intervals()::containsKey)
                .toList();
        List<double[]> values = new ArrayList<>();
        names.forEach(metric -> values.add(perUser.column(metric)));
        Bootstrap bootstrap =
                new Bootstrap(Bootstrap.DEFAULT_RESAMPLES, LEVEL, report.seeds().getOrDefault("evaluate", 42L));
        List<Optional<Interval>> found =
                bootstrap.means(values, Runtime.getRuntime().availableProcessors());
        Map<String, Interval> intervals = new LinkedHashMap<>();
        for (int m = 0; m < names.size(); m++) {
            int at = m;
            found.get(m).ifPresent(interval -> intervals.put(names.get(at), interval));
        }
        return intervals;
    }
}
