package io.kindred.cli.reproduce;

import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What became of a study: results, or why there are none. Immutable.
 *
 * @param study which
 * @param results of its run; empty where it was not run
 * @param skipped why not; empty where it was
 */
public record Outcome(Study study, Optional<RunResults> results, String skipped) {
    /**
     * A line of the page.
     *
     * @param model what the experiment calls it
     * @param metric as in "ndcg@10"
     * @param ours the mean over the seeds; NaN where the model has none
     * @param deviation sample standard deviation over the seeds; NaN with one
     * @param seeds how many
     * @param published what to compare with; empty for nothing
     */
    public record Line(
            String model,
            String metric,
            double ours,
            double deviation,
            int seeds,
            Optional<PublishedFigure> published) {
        /** Whether there is a published figure and ours does not reproduce it. */
        public boolean isMissed() {
            return published.isPresent() && !published.get().isMetBy(ours);
        }
    }

    /** Every published figure; for models without one the metric that ranks the experiment. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        if (results.isEmpty()) {
            return lines;
        }
        for (ModelResult model : results.get().models()) {
            List<PublishedFigure> published = study.published().stream()
                    .filter(figure -> figure.model().equals(model.name()))
                    .toList();
            published.forEach(figure -> lines.add(line(model, figure.metric(), Optional.of(figure))));
            if (published.isEmpty()) {
                String ranking = results.get().facts().chooseBy();
                lines.add(line(model, ranking, Optional.empty()));
                String recall = "recall" + ranking.substring(Math.max(0, ranking.indexOf('@')));
                lines.add(line(model, recall, Optional.empty()));
            }
        }
        return lines;
    }

    private static Line line(ModelResult model, String metric, Optional<PublishedFigure> published) {
        double[] values = model.seeds().stream()
                .map(seed -> seed.report().metrics().get(metric))
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double mean = DoubleStream.of(values).average().orElse(Double.NaN);
        double squares =
                DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
        return new Line(model.name(), metric, mean, deviation, values.length, published);
    }
}
