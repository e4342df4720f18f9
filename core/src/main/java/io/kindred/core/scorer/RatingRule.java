package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.neighbours.RatingAggregation;
import io.kindred.core.neighbours.RatingBaseline;
import java.io.IOException;

/**
 * How a neighbourhood model predicts ratings.
 *
 * @param aggregation not none
 * @param k how many neighbours who rated the item count at most, at least 1
 * @param minNeighbours fewer give the fallback, at least 1
 * @param scale to which predicted ratings are clipped
 * @param baseline the baseline estimates; their biases matter to a rule or similarity that is relative to them
 */
public record RatingRule(
        RatingAggregation aggregation, int k, int minNeighbours, RatingScale scale, RatingBaseline baseline) {
    /**
     * @throws IllegalArgumentException if a number is out of range
     */
    public RatingRule {
        if (aggregation == RatingAggregation.NONE || k < 1 || minNeighbours < 1) {
            throw new IllegalArgumentException("ratings cannot be predicted with the aggregation " + aggregation + ", "
                    + k + " neighbours and at least " + minNeighbours);
        }
    }

    static RatingRule load(ArtifactReader in, int items) throws IOException {
        FloatMatrix biases = in.matrix("item_biases");
        if (biases.rows() != 1 || biases.columns() != items) {
            throw new IllegalArgumentException(
                    "item_biases has " + biases.rows() + " x " + biases.columns() + " numbers for " + items + " items");
        }
        return new RatingRule(
                Settings.choice(in, "aggregation", RatingAggregation.values()),
                Settings.integer(in, "neighbours"),
                Settings.integer(in, "min_neighbours"),
                RatingScale.load(in),
                new RatingBaseline(in.number("rating_mean"), biases.row(0), in.number("user_regularization")));
    }

    void save(ArtifactWriter out) throws IOException {
        out.matrix("item_biases", FloatMatrix.of(baseline.itemBiases(), 1, baseline.itemBiases().length));
        out.setting("aggregation", Settings.code(aggregation));
        out.setting("neighbours", k);
        out.setting("min_neighbours", minNeighbours);
        scale.save(out);
        out.setting("rating_mean", baseline.mean());
        out.setting("user_regularization", baseline.userRegularization());
    }
}
