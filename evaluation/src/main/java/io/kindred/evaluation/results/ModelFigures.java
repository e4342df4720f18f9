package io.kindred.evaluation.results;

import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.ExposureCurve;
import io.kindred.evaluation.report.GroupExposure;
import io.kindred.evaluation.report.GroupMeans;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * One model's figures over its seeds. Immutable.
 *
 * @param result what they are of
 * @param means mean over the seeds of every metric that all seeds have
 * @param deviations sample standard deviation over the seeds; empty with one seed
 * @param trainSeconds mean over the seeds
 * @param evaluateSeconds mean over the seeds
 * @param peakBytes the largest of the seeds; 0 where it is not known
 * @param userGroups means over the seeds
 * @param itemGroups means over the seeds
 * @param exposure means over the seeds
 */
record ModelFigures(
        ModelResult result,
        Map<String, Double> means,
        Map<String, Double> deviations,
        double trainSeconds,
        double evaluateSeconds,
        long peakBytes,
        List<GroupMeans> userGroups,
        List<GroupExposure> itemGroups,
        List<ExposureCurve> exposure) {
    ModelFigures {
        means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
        deviations = Collections.unmodifiableMap(new LinkedHashMap<>(deviations));
    }

    /** @param result of a model with at least one seed */
    static ModelFigures of(ModelResult result) {
        List<EvaluationReport> reports =
                result.seeds().stream().map(SeedResult::report).toList();
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Double> deviations = new LinkedHashMap<>();
        for (String metric : reports.getFirst().metrics().keySet()) {
            double[] values = reports.stream()
                    .map(report -> report.metrics().get(metric))
                    .filter(value -> value != null)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length == reports.size()) {
                double mean = mean(values);
                means.put(metric, mean);
                if (values.length > 1) {
                    deviations.put(metric, deviation(values, mean));
                }
            }
        }
        return new ModelFigures(
                result,
                means,
                deviations,
                mean(reports, EvaluationReport::trainSeconds),
                mean(reports, EvaluationReport::evaluateSeconds),
                result.seeds().stream().mapToLong(SeedResult::peakBytes).max().orElse(0),
                userGroups(reports),
                itemGroups(reports),
                exposure(reports));
    }

    String name() {
        return result.name();
    }

    boolean has(String metric) {
        return means.containsKey(metric);
    }

    double mean(String metric) {
        return means.getOrDefault(metric, Double.NaN);
    }

    private static double mean(List<EvaluationReport> reports, ToDoubleFunction<EvaluationReport> of) {
        return reports.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private static List<GroupMeans> userGroups(List<EvaluationReport> reports) {
        Map<List<String>, List<GroupMeans>> same = new LinkedHashMap<>();
        for (EvaluationReport report : reports) {
            report.userGroups()
                    .forEach(g -> same.computeIfAbsent(List.of(g.grouping(), g.group()), key -> new ArrayList<>())
                            .add(g));
        }
        List<GroupMeans> joined = new ArrayList<>();
        for (List<GroupMeans> groups : same.values()) {
            GroupMeans first = groups.getFirst();
            Set<String> names = new LinkedHashSet<>(first.metrics().keySet());
            groups.forEach(group -> names.retainAll(group.metrics().keySet()));
            Map<String, Double> means = new LinkedHashMap<>();
            for (String name : names) {
                means.put(
                        name,
                        groups.stream()
                                .mapToDouble(group -> group.metrics().get(name))
                                .average()
                                .orElseThrow());
            }
            joined.add(new GroupMeans(first.grouping(), first.group(), first.users(), means));
        }
        return joined;
    }

    private static List<GroupExposure> itemGroups(List<EvaluationReport> reports) {
        Map<List<String>, List<GroupExposure>> same = new LinkedHashMap<>();
        for (EvaluationReport report : reports) {
            report.itemGroups()
                    .forEach(g -> same.computeIfAbsent(List.of(g.grouping(), g.group()), key -> new ArrayList<>())
                            .add(g));
        }
        return same.values().stream().map(GroupExposure::mean).toList();
    }

    private static List<ExposureCurve> exposure(List<EvaluationReport> reports) {
        Map<String, List<ExposureCurve>> same = new LinkedHashMap<>();
        for (EvaluationReport report : reports) {
            report.exposure().forEach(curve -> same.computeIfAbsent(curve.of(), key -> new ArrayList<>())
                    .add(curve));
        }
        return same.values().stream().map(ExposureCurve::mean).toList();
    }
}
