package io.kindred.evaluation.results;

import io.kindred.evaluation.html.Format;
import io.kindred.evaluation.html.HtmlTable.Emphasis;
import io.kindred.evaluation.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The leaderboard of a run as cells, for every way to write it down. Immutable.
 *
 * @param metrics the columns after the name
 * @param rows best first
 * @param tested whether letters were found
 */
record RunTable(List<String> metrics, List<Row> rows, boolean tested) {
    RunTable {
        metrics = List.copyOf(metrics);
        rows = List.copyOf(rows);
    }

    /**
     * A model.
     *
     * @param letters of the compact letter display; empty without tests
     * @param figures one for each metric
     * @param trainSeconds mean over the seeds
     */
    record Row(String name, String letters, List<Figure> figures, double trainSeconds) {}

    /**
     * A figure.
     *
     * @param value the mean; NaN where the model has none
     * @param ends 95% interval; empty where there is none
     * @param deviation over the seeds; NaN with one seed
     * @param emphasis whether it is the best or the second best of a metric that ranks
     */
    record Figure(double value, Optional<Interval> ends, double deviation, Emphasis emphasis) {
        /** As in "0.3254"; a dash for none. */
        String text() {
            return Format.NUMBER.text(value);
        }
    }

    static RunTable of(RunView view) {
        List<String> metrics = view.columns();
        List<Standing> standings =
                metrics.stream().map(metric -> Standing.of(view, metric)).toList();
        List<Row> rows = new ArrayList<>();
        for (ModelFigures model : view.models()) {
            List<Figure> figures = new ArrayList<>();
            for (int c = 0; c < metrics.size(); c++) {
                String metric = metrics.get(c);
                figures.add(new Figure(
                        model.mean(metric),
                        metric.equals(view.metric()) ? view.interval(model) : Optional.empty(),
                        model.deviations().getOrDefault(metric, Double.NaN),
                        standings.get(c).emphasis(model)));
            }
            rows.add(new Row(model.name(), view.letters(model), figures, model.trainSeconds()));
        }
        return new RunTable(metrics, rows, view.statistics().isPresent() && rows.size() > 1);
    }
}
