package io.kindred.evaluation.results;

import io.kindred.evaluation.experiment.CurvePoint;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.html.Axis;
import io.kindred.evaluation.html.Format;
import io.kindred.evaluation.html.HtmlPage;
import io.kindred.evaluation.html.LinePlot;
import io.kindred.evaluation.html.Section;
import io.kindred.evaluation.report.Leaderboard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The parts of a run's page about how training and search went. */
final class Courses {
    private Courses() {}

    static void add(RunView view, HtmlPage page) {
        learning(view, page);
        search(view, page);
    }

    private static void learning(RunView view, HtmlPage page) {
        Map<String, Map<String, TreeMap<Integer, List<Double>>>> byMetric = new LinkedHashMap<>();
        for (CurvePoint point : view.run().curves()) {
            if (Double.isFinite(point.value()) && tone(view, point.model()) >= 0) {
                byMetric.computeIfAbsent(point.metric(), metric -> new LinkedHashMap<>())
                        .computeIfAbsent(point.model(), model -> new TreeMap<>())
                        .computeIfAbsent(point.epoch(), epoch -> new ArrayList<>())
                        .add(point.value());
            }
        }
        if (byMetric.isEmpty()) {
            return;
        }
        Section section = page.section("Learning curves");
        byMetric.forEach((metric, models) -> {
            boolean relative = metric.startsWith("loss")
                    && models.values().stream()
                            .allMatch(epochs -> mean(epochs.firstEntry().getValue()) > 0);
            List<LinePlot.Line> lines = new ArrayList<>();
            models.forEach((model, epochs) -> {
                double first = relative ? mean(epochs.firstEntry().getValue()) : 1;
                lines.add(new LinePlot.Line(
                        model,
                        epochs.keySet().stream()
                                .mapToDouble(Integer::doubleValue)
                                .toArray(),
                        epochs.values().stream()
                                .mapToDouble(values -> mean(values) / first)
                                .toArray(),
                        tone(view, model)));
            });
            section.chart(new LinePlot(
                            relative ? metric + " relative to the first epoch" : metric,
                            relative
                                    ? "Mean over the seeds. Models have losses of their own, so only each one's way down can"
                                            + " be compared."
                                    : "Mean over the seeds after each epoch.",
                            Axis.of("epoch", Format.COUNT),
                            Axis.of(
                                    relative ? metric + " / " + metric + " after the first epoch" : metric,
                                    Format.NUMBER),
                            lines)
                    .toChart());
        });
    }

    private static void search(RunView view, HtmlPage page) {
        boolean lower = Leaderboard.lowerIsBetter(view.metric());
        Map<String, List<Double>> best = new LinkedHashMap<>();
        for (TrialRecord trial : view.run().trials()) {
            List<Double> course = best.computeIfAbsent(trial.model(), model -> new ArrayList<>());
            double last = course.isEmpty() ? Double.NaN : course.getLast();
            double value = trial.state() == TrialRecord.State.COMPLETE ? trial.value() : Double.NaN;
            boolean better = Double.isNaN(last) || (lower ? value < last : value > last);
            course.add(better && !Double.isNaN(value) ? value : last);
        }
        List<LinePlot.Line> lines = new ArrayList<>();
        best.forEach((model, course) -> {
            int[] known = IntStream.range(0, course.size())
                    .filter(i -> !Double.isNaN(course.get(i)))
                    .toArray();
            if (known.length > 1 && tone(view, model) >= 0) {
                lines.add(new LinePlot.Line(
                        model,
                        IntStream.of(known).mapToDouble(i -> i + 1).toArray(),
                        IntStream.of(known).mapToDouble(course::get).toArray(),
                        tone(view, model)));
            }
        });
        if (!lines.isEmpty()) {
            page.section("Search")
                    .text(Costs.budgets(view))
                    .chart(new LinePlot(
                                    "Best setting so far",
                                    "The best " + view.metric() + " on validation data after each trial.",
                                    Axis.of("trials", Format.COUNT),
                                    Axis.of("validation " + view.metric(), Format.NUMBER),
                                    lines)
                            .toChart());
        }
    }

    /** The model's place on the leaderboard, which is its colour on every chart; -1 for one without results. */
    private static int tone(RunView view, String model) {
        for (int m = 0; m < view.models().size(); m++) {
            if (view.models().get(m).name().equals(model)) {
                return m;
            }
        }
        return -1;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
