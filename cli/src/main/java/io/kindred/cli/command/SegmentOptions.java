package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import io.kindred.cli.console.Table;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.metric.Groups;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.GroupExposure;
import io.kindred.evaluation.report.GroupMeans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which groups of users and items are compared, and how much of the comparison is printed. */
public final class SegmentOptions {
    /** What is printed of every report; the others need {@code --details}. */
    private static final List<String> USUAL = List.of(
            "hit",
            "recall",
            "recall-capped",
            "precision",
            "ndcg",
            "mrr",
            "map",
            "auc",
            "novelty",
            "diversity",
            "serendipity",
            "popularity-lift",
            "coverage",
            "gini",
            "tail-exposure",
            "activity-gap",
            "rmse",
            "mae");

    @Option(
            names = "--user-groups",
            split = ",",
            paramLabel = "COLUMN",
            description = "Also compares users by these features: by category, or by quarters of a number.")
    private List<String> userGroups = List.of();

    @Option(
            names = "--item-groups",
            split = ",",
            paramLabel = "COLUMN",
            description = "Also compares items by these features, and lists with histories (calibration).")
    private List<String> itemGroups = List.of();

    @Option(names = "--details", description = "Prints every metric and the tables of groups of users and items.")
    private boolean details;

    EvaluationOptions applyTo(EvaluationOptions options, TrainingData data) {
        return options.withUserGroups(groups(data.userFeatures(), userGroups))
                .withItemGroups(groups(data.itemFeatures(), itemGroups));
    }

    private static List<Groups> groups(FeatureTable features, List<String> columns) {
        return columns.stream().map(column -> Groups.byColumn(features, column)).toList();
    }

    /** Whether a metric is printed. */
    boolean shows(String metric) {
        String label = metric.substring(metric.indexOf(':') + 1);
        int at = label.indexOf('@');
        return details || USUAL.contains(at < 0 ? label : label.substring(0, at));
    }

    /** Prints the groups where they were asked for, at the first cut-off, and says what is left out. */
    void print(Console console, EvaluationReport report, int at) {
        long hidden = report.metrics().keySet().stream().filter(m -> !shows(m)).count();
        if (hidden > 0) {
            console.print("(" + hidden + " further metrics and the groups of users and items: --details or --json)");
        }
        if (details || !userGroups.isEmpty()) {
            console.print("");
            users(report, at).lines().forEach(console::print);
        }
        if (details || !itemGroups.isEmpty()) {
            console.print("");
            items(report, at).lines().forEach(console::print);
        }
    }

    private static Table users(EvaluationReport report, int at) {
        List<String> metrics = report.userGroups().stream()
                .flatMap(group -> group.metrics().keySet().stream())
                .filter(metric -> metric.endsWith("@" + at))
                .distinct()
                .toList();
        List<String> head = new ArrayList<>(List.of("users by", "group", "users"));
        head.addAll(metrics);
        Table table = new Table(head);
        for (GroupMeans group : report.userGroups()) {
            List<String> row =
                    new ArrayList<>(List.of(group.grouping(), group.group(), Integer.toString(group.users())));
            metrics.forEach(metric -> row.add(number(group.metrics().get(metric))));
            table.row(row);
        }
        return table;
    }

    private static Table items(EvaluationReport report, int at) {
        Table table = new Table(
                "items by",
                "group",
                "items",
                "of catalogue",
                "of training",
                "of exposure@" + at,
                "test items",
                "recall@" + at);
        for (GroupExposure group : report.itemGroups()) {
            table.row(
                    group.grouping(),
                    group.group(),
                    Integer.toString(group.items()),
                    percent(group.catalogueShare()),
                    percent(group.trainingShare()),
                    percent(group.exposureShare().getOrDefault(at, 0.0)),
                    Long.toString(group.relevant()),
                    number(group.recall().get(at)));
        }
        return table;
    }

    private static String number(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
