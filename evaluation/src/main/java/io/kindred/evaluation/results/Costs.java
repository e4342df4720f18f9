package io.kindred.evaluation.results;

import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.html.Axis;
import io.kindred.evaluation.html.BarPlot;
import io.kindred.evaluation.html.Format;
import io.kindred.evaluation.html.HtmlPage;
import io.kindred.evaluation.html.IntervalPlot;
import io.kindred.evaluation.html.Section;
import io.kindred.evaluation.report.EvaluationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The part of a run's page about time and memory. */
final class Costs {
    private static final double MEGABYTE = 1 << 20;
    private static final double SHORTEST = 1e-3;

    private Costs() {}

    static void add(RunView view, HtmlPage page) {
        Section section = page.section("Time and memory")
                .text("Wall times of this run on this machine, which may have had other work.");
        section.chart(
                times(view, "Training time", EvaluationReport::trainSeconds).toChart());
        section.chart(times(view, "Evaluation time", EvaluationReport::evaluateSeconds)
                .toChart());
        double[] megabytes = view.models().stream()
                .mapToDouble(model -> model.peakBytes() / MEGABYTE)
                .toArray();
        boolean known = false;
        for (double value : megabytes) {
            known |= value > 0;
        }
        if (known) {
            section.chart(new BarPlot(
                            "Peak memory",
                            "The most heap and mapped memory in use while the model was trained and measured.",
                            view.models().stream().map(ModelFigures::name).toList(),
                            "model",
                            Axis.fromZero("memory", Format.MEGABYTES),
                            List.of(new BarPlot.Bars("peak memory", megabytes, 0)),
                            true)
                    .toChart());
        }
    }

    private static IntervalPlot times(RunView view, String title, ToDoubleFunction<EvaluationReport> of) {
        List<IntervalPlot.Row> rows = new ArrayList<>();
        for (int m = 0; m < view.models().size(); m++) {
            List<SeedResult> seeds = view.models().get(m).result().seeds();
            double[] seconds = seeds.stream()
                    .mapToDouble(seed -> Math.max(SHORTEST, of.applyAsDouble(seed.report())))
                    .sorted()
                    .toArray();
            double sum = 0;
            for (double value : seconds) {
                sum += value;
            }
            boolean several = seconds.length > 1;
            rows.add(new IntervalPlot.Row(
                    view.models().get(m).name(),
                    sum / seconds.length,
                    several ? seconds[0] : Double.NaN,
                    several ? seconds[seconds.length - 1] : Double.NaN,
                    m));
        }
        return new IntervalPlot(
                title,
                "Mean over the seeds, with the shortest and longest; powers of ten.",
                "model",
                Axis.log(title.toLowerCase(java.util.Locale.ROOT), Format.SECONDS),
                "shortest to longest",
                rows);
    }

    /** Whether all models had the same budget of search, in a sentence. */
    static String budgets(RunView view) {
        TreeSet<Integer> trials = new TreeSet<>();
        for (ModelResult model : view.run().models()) {
            if (model.trials() > 0) {
                trials.add(model.trials());
            }
        }
        if (trials.isEmpty()) {
            return "Nothing was searched: every model has the settings of the experiment file.";
        }
        List<String> fixed = view.run().models().stream()
                .filter(model -> model.trials() == 0)
                .map(ModelResult::name)
                .toList();
        String budget = trials.size() == 1
                ? "Every searched model had the same budget: " + trials.first() + " trials."
                : "The numbers of trials differ, from " + trials.first() + " to " + trials.last()
                        + ": the same budget, spent on trials of different length, or searches cut short.";
        return budget + (fixed.isEmpty() ? "" : " Not searched: " + String.join(", ", fixed) + ".");
    }
}
