package io.kindred.models.cf.neighbours;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.neighbours.RatingAggregation;
import io.kindred.core.neighbours.RatingBaseline;
import io.kindred.core.neighbours.RatingNeighbours;
import io.kindred.core.neighbours.Similarity;
import io.kindred.core.neighbours.SimilarityMeasure;
import io.kindred.core.neighbours.SparseRow;
import io.kindred.core.scorer.RatingRule;
import io.kindred.models.cf.baseline.BaselineEstimates;
import io.kindred.models.cf.baseline.BaselineParameters;
import io.kindred.models.cf.baseline.BaselineProvider;
import io.kindred.models.cf.ratings.Ratings;

/** What neighbourhood models of ratings have in common, be their neighbours users or items. */
public final class RatingNeighbourhood {
    private RatingNeighbourhood() {}

    /**
     * How ratings are predicted. Where the aggregation or the similarity is relative to baseline estimates they are found as the
     * model {@code baseline} finds them by default; elsewhere they stay 0.
     */
    public static RatingRule rule(
            Ratings ratings,
            RatingAggregation aggregation,
            Similarity similarity,
            int k,
            int minNeighbours,
            TrainingContext context)
            throws InterruptedException {
        BaselineParameters parameters = new BaselineProvider().defaults();
        float[] itemBiases = new float[ratings.itemCount()];
        if (aggregation == RatingAggregation.BASELINE || similarity == Similarity.PEARSON_BASELINE) {
            BaselineEstimates estimates = BaselineEstimates.of(ratings, parameters, context.cancellation());
            for (int i = 0; i < itemBiases.length; i++) {
                itemBiases[i] = (float) estimates.itemBias(i);
            }
        }
        return new RatingRule(
                aggregation,
                k,
                minNeighbours,
                ratings.scale(),
                new RatingBaseline(ratings.mean(), itemBiases, parameters.userRegularization()));
    }

    /**
     * The users most similar to each user.
     *
     * @param ratings users x items
     */
    public static TopK.Ranked[] users(
            SparseMatrix ratings,
            RatingBaseline baseline,
            SimilarityMeasure measure,
            int stored,
            TrainingContext context)
            throws InterruptedException {
        RatingNeighbours search = new RatingNeighbours(
                ratings, measure, baseline.mean(), baseline.userBiases(ratings), baseline.itemBiasesAsDoubles());
        return NearestRows.of(search.rows(), search::search, stored, context);
    }

    /**
     * The items most similar to each item.
     *
     * @param ratings users x items
     */
    public static TopK.Ranked[] items(
            SparseMatrix ratings,
            RatingBaseline baseline,
            SimilarityMeasure measure,
            int stored,
            TrainingContext context)
            throws InterruptedException {
        RatingNeighbours search = new RatingNeighbours(
                ratings.transposed(),
                measure,
                baseline.mean(),
                baseline.itemBiasesAsDoubles(),
                baseline.userBiases(ratings));
        return NearestRows.of(search.rows(), search::search, stored, context);
    }

    /**
     * What a model was trained on and newer ratings behind it, in the order of the histories.
     *
     * @param ratings users x items, as many as the histories have
     * @param newer over vocabularies that begin with the model's
     */
    public static Interactions merged(UserHistories histories, SparseMatrix ratings, Interactions newer) {
        Interactions.Builder builder = Interactions.builder(newer.users(), newer.items(), TimeKind.ORDER);
        for (int u = 0; u < newer.userCount(); u++) {
            if (u < histories.userCount()) {
                for (int item : histories.of(u)) {
                    builder.add(u, item, ratings.value(SparseRow.find(ratings, u, item)), builder.size());
                }
            }
            for (int p = newer.byUser().start(u); p < newer.byUser().end(u); p++) {
                builder.add(u, newer.byUser().column(p), newer.byUser().value(p), builder.size());
            }
        }
        return builder.build();
    }
}
