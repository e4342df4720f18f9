package io.kindred.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.model.Capability;
import io.kindred.core.model.ColdStartCapable;
import io.kindred.core.model.EmbeddingModel;
import io.kindred.core.model.Explains;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.ServesPropensities;
import io.kindred.core.model.SessionAware;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.UserItemScorer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Uses a capability as callers do. The model must know at least two users and four items. */
final class CapabilityChecks {
    private static final int[] HISTORY = {2, 0, 3};
    /** Written into score arrays first, so that a place left out is noticed. */
    private static final float UNTOUCHED = 123_456f;

    private CapabilityChecks() {}

    static void exercise(Capability capability, Recommender model) {
        switch (capability) {
            case USER_ITEM_SCORER -> scorer((UserItemScorer) model);
            case SESSION_AWARE -> {
                float[] scores = fresh(model);
                ((SessionAware) model).scoreSession(HISTORY, scores);
                written(capability, scores);
            }
            case FOLD_IN -> foldIn((FoldIn) model);
            case COLD_START -> {
                float[] scores = fresh(model);
                ((ColdStartCapable) model).scoreFeatures(Map.of("number", 0.5, "text", "word1"), scores);
                written(capability, scores);
            }
            case SIMILAR_ITEMS -> similar((SimilarItems) model);
            case EXPLAINS -> explains((Explains) model);
            case EMBEDDINGS -> embeddings((EmbeddingModel) model);
            case RATING_PREDICTOR -> ratings((RatingPredictor) model);
            case PROPENSITIES -> propensities((ServesPropensities) model);
        }
    }

    private static void scorer(UserItemScorer model) {
        float[] scores = fresh(model);
        model.scoreAll(0, scores);
        written(Capability.USER_ITEM_SCORER, scores);
    }

    private static void foldIn(FoldIn model) {
        float[] plain = fresh(model);
        model.scoreHistory(HISTORY, null, plain);
        written(Capability.FOLD_IN, plain);
        float[] weighted = fresh(model);
        boolean ratings = model instanceof RatingPredictor;
        float[] weights = new float[HISTORY.length];
        Arrays.fill(weights, ratings ? ContractData.TOP_RATING : 1f);
        model.scoreHistory(HISTORY, weights, weighted);
        assertThat(weighted)
                .as(ratings ? "a history without ratings is one of top ratings" : "weights of 1 are no weights")
                .containsExactly(plain);
    }

    /** Predictions lie between the smallest and the largest rating of training, and a user with ratings gets some. */
    private static void ratings(RatingPredictor model) {
        for (int u = 0; u < model.users().size(); u++) {
            boolean any = false;
            for (int i = 0; i < model.items().size(); i++) {
                float rating = model.predictRating(u, i);
                any |= !Float.isNaN(rating);
                assertThat(Float.isNaN(rating)
                                || (rating >= ContractData.LOWEST_RATING && rating <= ContractData.HIGHEST_RATING))
                        .as("the rating %s of item %d by user %d, trained on ratings from 1 to 5", rating, i, u)
                        .isTrue();
            }
            assertThat(any || model.histories().length(u) == 0)
                    .as("whether some rating of user %d is predicted", u)
                    .isTrue();
        }
    }

    private static void similar(SimilarItems model) {
        float[] scores = fresh(model);
        for (int i = 0; i < model.items().size(); i++) {
            Arrays.fill(scores, UNTOUCHED);
            model.scoreSimilar(i, scores);
            written(Capability.SIMILAR_ITEMS, scores);
            assertThat(scores[i]).as("item %d is not similar to itself", i).isNaN();
        }
    }

    /** One explanation answers for every item, as often as it is asked, what an explanation for that item alone answers. */
    private static void explains(Explains model) {
        Explains.Explanation explanation = model.explain(HISTORY, null);
        for (int item = 0; item < model.items().size(); item++) {
            List<Explains.Contribution> reasons = explanation.of(item, 2);
            assertThat(reasons).hasSizeLessThanOrEqualTo(2);
            assertThat(explanation.of(item, 2))
                    .as("item %d explained again", item)
                    .isEqualTo(reasons);
            assertThat(model.explain(item, HISTORY, null, 2))
                    .as("item %d explained alone", item)
                    .isEqualTo(reasons);
            float last = Float.POSITIVE_INFINITY;
            for (Explains.Contribution reason : reasons) {
                assertThat(HISTORY).as("what explains item %d", item).contains(reason.item());
                assertThat(reason.amount()).isPositive().isLessThanOrEqualTo(last);
                last = reason.amount();
            }
        }
    }

    private static void embeddings(EmbeddingModel model) {
        int d = model.itemVectors().columns();
        assertThat(model.itemVectors().rows()).isEqualTo(model.items().size());
        if (!(model instanceof UserItemScorer scorer)) {
            return;
        }
        float[] vector = new float[d];
        float[] scores = fresh(model);
        for (int u = 0; u < model.users().size(); u++) {
            if (scorer.canScore(u)) {
                model.userVector(u, vector);
                scorer.scoreAll(u, scores);
                for (int i = 0; i < scores.length; i++) {
                    double product = 0;
                    double size = 1e-6;
                    for (int f = 0; f < d; f++) {
                        double term = (double) vector[f] * model.itemVectors().get(i, f);
                        product += term;
                        size += Math.abs(term);
                    }
                    assertThat((double) scores[i])
                            .as("user %d, item %d: the score is the inner product", u, i)
                            .isEqualTo(product, within(1e-4 * size));
                }
            }
        }
    }

    /** Lists keep to their candidates, come again with their seed, and as often as they say. */
    private static void propensities(ServesPropensities model) {
        int[] candidates = {3, 0, 2};
        int draws = 2000;
        Map<Integer, Integer> times = new HashMap<>();
        Map<Integer, Double> probability = new HashMap<>();
        for (int seed = 0; seed < draws; seed++) {
            ServesPropensities.Choice choice = model.choose(0, Map.of(), candidates, 5, seed);
            ServesPropensities.Choice again = model.choose(0, Map.of(), candidates, 5, seed);
            assertThat(again.items()).as("the same seed").containsExactly(choice.items());
            assertThat(choice.items()).as("all candidates, each once").containsExactlyInAnyOrder(candidates);
            assertThat(choice.scores()).hasSize(candidates.length).doesNotContain(Float.NaN);
            for (double propensity : choice.propensities()) {
                assertThat(propensity).as("propensity").isGreaterThan(0).isLessThanOrEqualTo(1);
            }
            assertThat(choice.propensities()[candidates.length - 1])
                    .as("the propensity of the only item left")
                    .isEqualTo(1, within(1e-9));
            times.merge(choice.items()[0], 1, Integer::sum);
            probability.put(choice.items()[0], choice.propensities()[0]);
        }
        times.forEach((item, count) -> {
            double p = probability.get(item);
            assertThat((double) count / draws)
                    .as("how often item %d is first, which has the propensity %s", item, p)
                    .isCloseTo(p, within(1e-9 + 5 * Math.sqrt(p * (1 - p) / draws)));
        });
        assertThat(model.choose(-1, Map.of("nothing", "?"), candidates, 1, 7).items())
                .hasSize(1);
        assertThat(model.choose(1, Map.of(), new int[0], 3, 7).items()).isEmpty();
    }

    private static float[] fresh(Recommender model) {
        float[] scores = new float[model.items().size()];
        Arrays.fill(scores, UNTOUCHED);
        return scores;
    }

    private static void written(Capability capability, float[] scores) {
        for (int i = 0; i < scores.length; i++) {
            assertThat(scores[i])
                    .as("%s: the score of item %d was not written", capability.id(), i)
                    .isNotEqualTo(UNTOUCHED);
            assertThat(Float.isInfinite(scores[i]))
                    .as("%s: the score of item %d is infinite", capability.id(), i)
                    .isFalse();
        }
    }
}
