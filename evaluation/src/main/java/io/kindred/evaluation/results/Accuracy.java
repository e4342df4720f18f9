package io.kindred.evaluation.results;

import io.kindred.evaluation.html.Axis;
import io.kindred.evaluation.html.Format;
import io.kindred.evaluation.html.HtmlPage;
import io.kindred.evaluation.html.HtmlTable;
import io.kindred.evaluation.html.HtmlTable.Cell;
import io.kindred.evaluation.html.HtmlTable.Column;
import io.kindred.evaluation.html.HtmlTable.Emphasis;
import io.kindred.evaluation.html.IntervalPlot;
import io.kindred.evaluation.html.LinePlot;
import io.kindred.evaluation.html.MatrixPlot;
import io.kindred.evaluation.html.Section;
import io.kindred.evaluation.stats.AllPairs;
import io.kindred.evaluation.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parts of a run's page about which model is how accurate, and how sure that is. */
final class Accuracy {
    private static final List<String> OVER_K = List.of("ndcg", "recall", "precision", "hit", "mrr", "map");
    private static final int CHARTS_OVER_K = 3;

    private Accuracy() {}

    static void leaderboard(RunView view, Section section) {
        List<IntervalPlot.Row> rows = new ArrayList<>();
        for (int m = 0; m < view.models().size(); m++) {
            ModelFigures model = view.models().get(m);
            if (model.has(view.metric())) {
                Optional<Interval> ends = view.interval(model);
                rows.add(new IntervalPlot.Row(
                        model.name(),
                        model.mean(view.metric()),
                        ends.map(Interval::low).orElse(Double.NaN),
                        ends.map(Interval::high).orElse(Double.NaN),
                        m));
            }
        }
        if (!rows.isEmpty()) {
            section.chart(new IntervalPlot(
                            view.metric() + " with 95% intervals",
                            "Bootstrap over users and seeds. Intervals that overlap can still differ, because the same"
                                    + " users were asked: the tests decide.",
                            "model",
                            Axis.of(view.metric(), Format.NUMBER),
                            rows)
                    .toChart());
        }
        section.table(table(RunTable.of(view)));
        String spread = view.run().facts().seeds().size() > 1
                ? "Small figures: 95% interval of the first metric, standard deviation over the seeds of the others. "
                : "Small figures: 95% interval. ";
        section.text(spread + "The best value of an accuracy metric is shaded, the second underlined."
                + (view.statistics().isPresent() && view.models().size() > 1
                        ? " Models that share a letter are not shown to differ."
                        : ""));
    }

    private static HtmlTable table(RunTable table) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("model")));
        if (table.tested()) {
            columns.add(Column.text("letters"));
        }
        table.metrics().forEach(metric -> columns.add(Column.number(metric)));
        columns.add(Column.number("training"));
        List<List<Cell>> rows = new ArrayList<>();
        for (RunTable.Row row : table.rows()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.name())));
            if (table.tested()) {
                cells.add(Cell.of(row.letters(), Emphasis.QUIET));
            }
            row.figures().forEach(figure -> cells.add(new Cell(figure.text(), spread(figure), figure.emphasis())));
            cells.add(Cell.of(Format.SECONDS.text(row.trainSeconds())));
            rows.add(cells);
        }
        return new HtmlTable("Leaderboard", columns, rows);
    }

    private static String spread(RunTable.Figure figure) {
        return figure.ends()
                .map(ends -> Format.NUMBER.text(ends.low()) + " – " + Format.NUMBER.text(ends.high()))
                .orElse(Double.isNaN(figure.deviation()) ? "" : "± " + Format.NUMBER.text(figure.deviation()));
    }

    static void significance(RunView view, HtmlPage page) {
        if (view.models().size() < 2) {
            return;
        }
        Section section = page.section("Significance");
        if (view.statistics().isEmpty()) {
            section.text(
                    view.metric() + " has no values for single users that all models share, so nothing can be tested.");
            return;
        }
        AllPairs pairs = view.statistics().orElseThrow().pairs();
        List<String> order = view.models().stream()
                .map(ModelFigures::name)
                .filter(pairs.names()::contains)
                .toList();
        List<List<MatrixPlot.Cell>> cells = new ArrayList<>();
        for (String row : order) {
            int r = pairs.names().indexOf(row);
            List<MatrixPlot.Cell> line = new ArrayList<>();
            for (String column : order) {
                line.add(
                        row.equals(column) ? null : cell(pairs, r, pairs.names().indexOf(column)));
            }
            cells.add(line);
        }
        section.chart(new MatrixPlot(
                        "Every model against every other one on " + view.metric(),
                        "+ the row is better than the column, − it is worse, · no difference is shown. Paired t and"
                                + " Wilcoxon tests on per-user values must both agree after Holm's correction for all "
                                + pairs.pairs().size() + " pairs (p < " + AllPairs.SIGNIFICANCE + ").",
                        order,
                        List.of(
                                new MatrixPlot.Kind("row is better", "--better"),
                                new MatrixPlot.Kind("row is worse", "--worse"),
                                new MatrixPlot.Kind("no difference shown", "--same")),
                        cells)
                .toChart());
        section.folded("All pairs with intervals, effect sizes and p values", pairTable(pairs));
    }

    private static MatrixPlot.Cell cell(AllPairs pairs, int row, int column) {
        AllPairs.Pair pair = pairs.pair(row, column);
        int kind = !pair.different() ? 2 : row < column ? 0 : 1;
        double difference = row < column ? pair.difference() : -pair.difference();
        return new MatrixPlot.Cell(
                kind,
                List.of("+", "−", "·").get(kind),
                pairs.names().get(row) + "\nagainst " + pairs.names().get(column) + "\ndifference "
                        + Format.NUMBER.text(difference) + "\np (t, Holm) " + p(pair.holmT()) + "\np (Wilcoxon, Holm) "
                        + p(pair.holmWilcoxon()) + "\nd "
                        + Format.NUMBER.text(Math.abs(pair.effect().dz())));
    }

    private static HtmlTable pairTable(AllPairs pairs) {
        List<List<String>> rows = new ArrayList<>();
        for (AllPairs.Pair pair : pairs.pairs()) {
            rows.add(List.of(
                    pairs.names().get(pair.first()) + " – " + pairs.names().get(pair.second()),
                    Format.NUMBER.text(pair.difference()),
                    pair.interval()
                            .map(ends -> Format.NUMBER.text(ends.low()) + " – " + Format.NUMBER.text(ends.high()))
                            .orElse("–"),
                    Format.NUMBER.text(pair.effect().dz()),
                    p(pair.holmT()),
                    p(pair.holmWilcoxon()),
                    p(pair.holmPermutation()),
                    p(pair.fdrT()),
                    pair.different() ? "yes" : "no"));
        }
        return HtmlTable.plain(
                "All pairs",
                List.of(
                        "models",
                        "difference",
                        "95% interval",
                        "Cohen's d",
                        "p t, Holm",
                        "p Wilcoxon, Holm",
                        "p permutation, Holm",
                        "p t, Benjamini-Hochberg",
                        "different"),
                rows);
    }

    static String p(double value) {
        return value < 0.0001 ? "< 0.0001" : Format.NUMBER.text(value);
    }

    static void cutoffs(RunView view, HtmlPage page) {
        List<Integer> at = view.run().facts().at();
        if (at.size() < 2) {
            return;
        }
        List<String> families = new ArrayList<>();
        String own = family(view.metric());
        if (OVER_K.contains(own)) {
            families.add(own);
        }
        OVER_K.stream().filter(name -> !families.contains(name)).forEach(families::add);
        Section section = page.section("Metric against k");
        families.stream()
                .filter(name -> at.stream().allMatch(k -> view.has(view.prefix() + name + "@" + k)))
                .limit(CHARTS_OVER_K)
                .forEach(name -> section.chart(overK(view, name, at).toChart()));
    }

    private static LinePlot overK(RunView view, String name, List<Integer> at) {
        List<LinePlot.Line> lines = new ArrayList<>();
        for (int m = 0; m < view.models().size(); m++) {
            ModelFigures model = view.models().get(m);
            double[] x = IntStream.range(0, at.size())
                    .filter(i -> model.has(view.prefix() + name + "@" + at.get(i)))
                    .asDoubleStream()
                    .toArray();
            double[] y = at.stream()
                    .map(k -> view.prefix() + name + "@" + k)
                    .filter(model::has)
                    .mapToDouble(model::mean)
                    .toArray();
            if (x.length > 0) {
                lines.add(new LinePlot.Line(model.name(), x, y, m));
            }
        }
        return new LinePlot(
                name + " at k",
                "Mean over users and seeds for lists of k items.",
                Axis.steps(
                        "k, length of the list",
                        at.stream().map(String::valueOf).toList()),
                Axis.of(view.prefix() + name, Format.NUMBER),
                lines);
    }

    private static String family(String metric) {
        String label = metric.substring(metric.indexOf(':') + 1);
        int at = label.indexOf('@');
        return at < 0 ? label : label.substring(0, at);
    }
}
