package io.kindred.models.cf.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Strategy;
import io.kindred.core.tck.ContractData;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all models that predict ratings do with awkward ratings. */
final class RatingModelsTest {
    private static TrainedModel train(String model, TrainingData data) throws InterruptedException {
        return ModelCatalog.load()
                .trainer(model, Map.of())
                .train(data, TrainingContext.ofSeed(5).withThreads(2));
    }

    private static float rating(TrainedModel model, int user, int item) {
        return ((RatingPredictor) model).predictRating(user, item);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd", "svdpp", "pmf", "nmf", "co-clustering", "slope-one"})
    void dataWithoutRatingsAreRefused(String name) {
        Interactions happened = Interactions.builder(
                        ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 2), TimeKind.ORDER)
                .add(0, 0)
                .add(1, 1)
                .build();

        assertThatThrownBy(() -> train(name, TrainingData.of(happened)))
                .isInstanceOf(KindredException.class)
                .hasMessage(
                        name + " needs ratings, but every interaction of the training data has the value 1; use data"
                                + " with a column of ratings, or a model that learns from what happened alone, such as als");
        assertThatThrownBy(() -> train(name, ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessage(name + " cannot be trained: the training data have no interactions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd", "svdpp", "pmf", "nmf", "co-clustering", "slope-one"})
    void equalRatingsArePredicted(String name) throws InterruptedException {
        TrainedModel model = train(name, RatingData.allEqual(4));

        for (int u = 0; u < 6; u++) {
            for (int i = 0; i < 5; i++) {
                assertThat(rating(model, u, i)).isEqualTo(4f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd", "svdpp", "pmf", "nmf", "co-clustering", "slope-one"})
    void oneRatingIsEnough(String name) throws InterruptedException {
        TrainedModel model = train(name, RatingData.of(new float[] {3}));

        assertThat(rating(model, 0, 0)).isEqualTo(3f);
        assertThat(Dispatcher.recommend(model, RecommendationQuery.forUser("u0", 5))
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd", "svdpp", "pmf", "nmf", "co-clustering", "slope-one"})
    void oneUserAndOneItemStayOnTheScale(String name) throws InterruptedException {
        TrainedModel oneUser = train(name, RatingData.of(new float[] {3, 5, 0, 2}));
        TrainedModel oneItem = train(name, RatingData.of(new float[] {3}, new float[] {0}, new float[] {5}));

        for (int i = 0; i < 4; i++) {
            assertThat(rating(oneUser, 0, i)).isBetween(2f, 5f);
        }
        for (int u = 0; u < 3; u++) {
            assertThat(rating(oneItem, u, 0)).isBetween(3f, 5f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd", "svdpp", "pmf", "nmf", "co-clustering", "slope-one"})
    void usersWithoutRatingsGetThePopularItemsAndAverageRatings(String name) throws InterruptedException {
        // i0 has ratings 5, 5, 4 and i1 has 1, 2; u3 has none.
        TrainedModel model = train(
                name, RatingData.of(new float[] {5, 1}, new float[] {5, 2}, new float[] {4, 0}, new float[] {0, 0}));

        assertThat(((UserItemScorer) model).canScore(3)).isFalse();
        assertThat(Dispatcher.recommend(model, RecommendationQuery.forUser("u3", 2))
                        .strategy())
                .isEqualTo(Strategy.FALLBACK);
        assertThat(rating(model, 3, 0)).isBetween(1f, 5f).isGreaterThanOrEqualTo(rating(model, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd", "svdpp", "pmf", "nmf", "co-clustering", "slope-one"})
    void itemsWithoutRatingsAreNotRecommendedBeforeLikedOnes(String name) throws InterruptedException {
        TrainingData data = RatingData.twoTastes(12, 10);
        Interactions without = data.interactions().filter((user, item, value, time, position) -> item > 1);
        TrainedModel model = train(name, data.withInteractions(without));
        float[] scores = new float[10];

        for (int u = 0; u < 12; u++) {
            assertThat(rating(model, u, u % 2)).isBetween(1f, 5f);
            ((UserItemScorer) model).scoreAll(u, scores);
            float liked = (scores[2 + u % 2] + scores[4 + u % 2] + scores[6 + u % 2] + scores[8 + u % 2]) / 4;
            for (int cold = 0; cold < 2; cold++) {
                assertThat(Float.isNaN(scores[cold]) || scores[cold] <= liked + 0.3f)
                        .as("user %d: the item without ratings scores %s, liked ones %s", u, scores[cold], liked)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd", "svdpp", "pmf", "nmf", "co-clustering", "slope-one"})
    void aHistoryOfGoodRatingsScoresHigherThanOneOfBadRatings(String name) throws InterruptedException {
        FoldIn model = (FoldIn) train(name, RatingData.twoTastes(12, 10));
        float[] good = new float[10];
        float[] bad = new float[10];
        model.scoreHistory(new int[] {0, 2}, new float[] {5, 5}, good);
        model.scoreHistory(new int[] {0, 2}, new float[] {1, 1}, bad);

        assertThat(good[4]).isGreaterThan(bad[4]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd", "svdpp", "pmf", "nmf", "co-clustering", "slope-one"})
    void ratingsOutsideTheScaleAreClipped(String name) throws InterruptedException {
        FoldIn model = (FoldIn) train(name, RatingData.twoTastes(12, 10));
        float[] far = new float[10];
        float[] top = new float[10];
        model.scoreHistory(new int[] {0, 2}, new float[] {1e9f, -7}, far);
        model.scoreHistory(new int[] {0, 2}, new float[] {5, 1}, top);

        assertThat(far).containsExactly(top, within(0f));
    }
}
