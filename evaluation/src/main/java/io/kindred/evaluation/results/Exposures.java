package io.kindred.evaluation.results;

import io.kindred.evaluation.html.Axis;
import io.kindred.evaluation.html.BarPlot;
import io.kindred.evaluation.html.Chart;
import io.kindred.evaluation.html.Format;
import io.kindred.evaluation.html.HtmlPage;
import io.kindred.evaluation.html.LinePlot;
import io.kindred.evaluation.html.Section;
import io.kindred.evaluation.report.ExposureCurve;
import io.kindred.evaluation.report.GroupExposure;
import io.kindred.evaluation.report.GroupMeans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parts of a run's page about who is served well and which items are shown: groups of users and items, Lorenz curves. */
final class Exposures {
    private static final String TRAINING = "training data";

    private Exposures() {}

    static void add(RunView view, HtmlPage page) {
        users(view, page);
        items(view, page);
    }

    private static void users(RunView view, HtmlPage page) {
        Map<String, Map<String, Integer>> groupings = new LinkedHashMap<>();
        String metric =
                Optional.of(view.metric()).filter(name -> inGroups(view, name)).orElse(view.at("ndcg"));
        for (ModelFigures model : view.models()) {
            for (GroupMeans group : model.userGroups()) {
                if (group.metrics().containsKey(metric)) {
                    groupings
                            .computeIfAbsent(group.grouping(), name -> new LinkedHashMap<>())
                            .putIfAbsent(group.group(), group.users());
                }
            }
        }
        if (groupings.isEmpty()) {
            return;
        }
        Section section = page.section("Groups of users");
        groupings.forEach((grouping, groups) -> {
            List<BarPlot.Bars> series = new ArrayList<>();
            groups.forEach((group, users) -> series.add(new BarPlot.Bars(
                    group + " (" + Format.COUNT.text(users) + " users)",
                    view.models().stream()
                            .mapToDouble(model -> userGroup(model, grouping, group, metric))
                            .toArray(),
                    series.size())));
            section.chart(new BarPlot(
                            metric + " by " + grouping,
                            "Mean over the users of each group.",
                            names(view),
                            "model",
                            Axis.fromZero(metric, Format.NUMBER),
                            series,
                            true)
                    .toChart());
        });
    }

    private static boolean inGroups(RunView view, String metric) {
        return view.models().stream()
                .flatMap(model -> model.userGroups().stream())
                .anyMatch(group -> group.metrics().containsKey(metric));
    }

    private static double userGroup(ModelFigures model, String grouping, String group, String metric) {
        return model.userGroups().stream()
                .filter(one -> one.grouping().equals(grouping) && one.group().equals(group))
                .map(one -> one.metrics().get(metric))
                .filter(value -> value != null)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void items(RunView view, HtmlPage page) {
        int at = view.cutoff();
        Set<String> groupings = new LinkedHashSet<>();
        for (ModelFigures model : view.models()) {
            model.itemGroups().stream()
                    .filter(group -> group.exposureShare().containsKey(at))
                    .forEach(group -> groupings.add(group.grouping()));
        }
        List<LinePlot.Line> lorenz = lorenz(view, "@" + at);
        if (groupings.isEmpty() && lorenz.isEmpty()) {
            return;
        }
        Section section = page.section("Which items are shown");
        if (!lorenz.isEmpty()) {
            section.chart(new LinePlot(
                            "Lorenz curve of exposure at " + at,
                            "Items from the least shown to the most shown. On the diagonal all items are shown equally"
                                    + " often; the further below it, the fewer items get all the places. Grey: equal"
                                    + " exposure, and the interactions of the training data.",
                            Axis.share("share of the items, least shown first"),
                            Axis.share("share of all places"),
                            lorenz)
                    .toChart());
        }
        groupings.forEach(grouping -> section.chart(itemGroups(view, grouping, at)));
    }

    private static Chart itemGroups(RunView view, String grouping, int at) {
        Map<String, GroupExposure> groups = new LinkedHashMap<>();
        for (ModelFigures model : view.models()) {
            model.itemGroups().stream()
                    .filter(group -> group.grouping().equals(grouping))
                    .forEach(group -> groups.putIfAbsent(group.group(), group));
        }
        List<String> names = new ArrayList<>(List.of(TRAINING));
        names.addAll(names(view));
        List<BarPlot.Bars> series = new ArrayList<>();
        groups.forEach((name, first) -> {
            double[] shares = new double[names.size()];
            shares[0] = first.trainingShare();
            for (int m = 0; m < view.models().size(); m++) {
                shares[m + 1] = view.models().get(m).itemGroups().stream()
                        .filter(one ->
                                one.grouping().equals(grouping) && one.group().equals(name))
                        .map(one -> one.exposureShare().get(at))
                        .filter(value -> value != null)
                        .findFirst()
                        .orElse(Double.NaN);
            }
            series.add(new BarPlot.Bars(
                    name + " (" + Format.COUNT.text(first.items()) + " items)", shares, series.size()));
        });
        return new BarPlot(
                        "Exposure by " + grouping + " at " + at,
                        "Share of the places that each group of items gets, earlier places weighing more; for the"
                                + " training data the share of the interactions.",
                        names,
                        "model",
                        Axis.share("share of exposure"),
                        series,
                        true)
                .toChart();
    }

    private static List<LinePlot.Line> lorenz(RunView view, String of) {
        List<LinePlot.Line> lines = new ArrayList<>();
        for (int m = 0; m < view.models().size(); m++) {
            ModelFigures model = view.models().get(m);
            int tone = m;
            curve(model, of).ifPresent(shares -> lines.add(line(model.name(), shares, tone)));
        }
        if (!lines.isEmpty()) {
            curve(view.models().getFirst(), ExposureCurve.TRAINING)
                    .ifPresent(shares -> lines.add(line(TRAINING, shares, -1)));
            lines.add(line("equal exposure", List.of(0.0, 1.0), -1));
        }
        return lines;
    }

    private static Optional<List<Double>> curve(ModelFigures model, String of) {
        return model.exposure().stream()
                .filter(curve -> curve.of().equals(of))
                .map(ExposureCurve::shares)
                .findFirst();
    }

    private static LinePlot.Line line(String name, List<Double> shares, int tone) {
        double[] y = shares.stream().mapToDouble(Double::doubleValue).toArray();
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> (double) i / (y.length - 1));
        return new LinePlot.Line(name, x, y, tone);
    }

    private static List<String> names(RunView view) {
        return view.models().stream().map(ModelFigures::name).toList();
    }
}
