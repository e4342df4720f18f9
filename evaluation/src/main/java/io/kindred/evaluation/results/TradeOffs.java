package io.kindred.evaluation.results;

import io.kindred.evaluation.html.Axis;
import io.kindred.evaluation.html.Chart;
import io.kindred.evaluation.html.Format;
import io.kindred.evaluation.html.HtmlPage;
import io.kindred.evaluation.html.ScatterPlot;
import io.kindred.evaluation.html.Section;
import io.kindred.evaluation.report.Leaderboard;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The part of a run's page about what accuracy costs: other qualities of the lists, time. */
final class TradeOffs {
    private TradeOffs() {}

    static void add(RunView view, HtmlPage page) {
        if (!view.has(view.metric())) {
            return;
        }
        Section section = page.section("Trade-offs")
                .text("A dashed line joins the Pareto front: models that no other one beats on both axes at once.");
        for (String name : List.of("diversity", "coverage", "novelty")) {
            // Coverage belongs to all lists together and is never sampled.
            String metric = view.has(view.at(name)) ? view.at(name) : name + "@" + view.cutoff();
            if (view.has(metric)) {
                section.chart(plot(
                        view,
                        "Accuracy against " + name,
                        "Further up is more accurate, further right has more " + name + ".",
                        name.equals("coverage") ? share(view, metric) : Axis.of(metric, Format.NUMBER),
                        model -> model.mean(metric),
                        false));
            }
        }
        section.chart(plot(
                view,
                "Accuracy against training time",
                "Further up is more accurate, further left is faster; powers of ten.",
                Axis.log("training time", Format.SECONDS),
                // A clock that saw nothing cannot stand on an axis of powers.
                model -> Math.max(model.trainSeconds(), 1e-3),
                true));
    }

    /** Shares near the whole end at the whole. */
    private static Axis share(RunView view, String metric) {
        boolean near = view.models().stream().anyMatch(model -> model.mean(metric) > 0.8);
        return new Axis(
                metric, Format.SHARE, false, false, near ? OptionalDouble.of(1) : OptionalDouble.empty(), List.of());
    }

    private static Chart plot(
            RunView view,
            String title,
            String about,
            Axis x,
            ToDoubleFunction<ModelFigures> value,
            boolean lessIsMore) {
        List<ModelFigures> models = new ArrayList<>();
        List<Integer> tones = new ArrayList<>();
        for (int m = 0; m < view.models().size(); m++) {
            ModelFigures model = view.models().get(m);
            if (model.has(view.metric()) && Double.isFinite(value.applyAsDouble(model))) {
                models.add(model);
                tones.add(m);
            }
        }
        double sign = Leaderboard.lowerIsBetter(view.metric()) ? -1 : 1;
        double[] gains = models.stream()
                .mapToDouble(model -> (lessIsMore ? -1 : 1) * value.applyAsDouble(model))
                .toArray();
        double[] accuracies = models.stream()
                .mapToDouble(model -> sign * model.mean(view.metric()))
                .toArray();
        boolean[] front = front(gains, accuracies);
        List<ScatterPlot.Dot> dots = new ArrayList<>();
        for (int d = 0; d < front.length; d++) {
            dots.add(new ScatterPlot.Dot(
                    models.get(d).name(),
                    value.applyAsDouble(models.get(d)),
                    models.get(d).mean(view.metric()),
                    front[d],
                    tones.get(d)));
        }
        return new ScatterPlot(title, about, "model", x, Axis.of(view.metric(), Format.NUMBER), dots).toChart();
    }

    /** Which points no other one beats: at least as good on both axes and better on one. More is better on both. */
    static boolean[] front(double[] x, double[] y) {
        boolean[] front = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            boolean beaten = false;
            for (int j = 0; j < x.length; j++) {
                beaten |= x[j] >= x[i] && y[j] >= y[i] && (x[j] > x[i] || y[j] > y[i]);
            }
            front[i] = !beaten;
        }
        return front;
    }
}
