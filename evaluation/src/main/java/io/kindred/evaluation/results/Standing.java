package io.kindred.evaluation.results;

import io.kindred.evaluation.html.HtmlTable.Emphasis;
import io.kindred.evaluation.report.Leaderboard;

/**
 * The best and the second best value of a metric.
 *
 * @param best NaN where the metric does not rank or all models have the same value
 * @param second likewise
 */
record Standing(String metric, double best, double second) {
    static Standing of(RunView view, String metric) {
        double[] values = view.models().stream()
                .filter(model -> model.has(metric))
                .mapToDouble(model -> model.mean(metric))
                .distinct()
                .sorted()
                .toArray();
        if (!RunView.ranks(metric) || values.length < 2) {
            return new Standing(metric, Double.NaN, Double.NaN);
        }
        boolean lower = Leaderboard.lowerIsBetter(metric);
        int n = values.length;
        return new Standing(metric, lower ? values[0] : values[n - 1], lower ? values[1] : values[n - 2]);
    }

    Emphasis emphasis(ModelFigures model) {
        double value = model.mean(metric);
        return value == best ? Emphasis.BEST : value == second ? Emphasis.SECOND : Emphasis.NONE;
    }
}
