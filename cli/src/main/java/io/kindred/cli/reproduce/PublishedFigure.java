package io.kindred.cli.reproduce;

import io.kindred.evaluation.report.Leaderboard;
import java.util.OptionalDouble;

/**
 * A figure somebody else has published, to be reached or met. Immutable.
 *
 * @param model what the experiment calls the model that it stands for
 * @param metric as in "ndcg@10"
 * @param value the figure
 * @param tolerance how far ours may be from it on either side; empty where ours must only not be worse
 * @param source where it is from
 * @param known whether it is known that ours does not reproduce it, so that only a figure that is lost raises an alarm
 */
public record PublishedFigure(
        String model, String metric, double value, OptionalDouble tolerance, String source, boolean known) {
    /** Whether our figure reproduces it. */
    public boolean isMetBy(double ours) {
        double better = Leaderboard.lowerIsBetter(metric) ? value - ours : ours - value;
        return tolerance.isPresent() ? Math.abs(better) <= tolerance.getAsDouble() : better >= 0;
    }
}
