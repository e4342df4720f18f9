package io.kindred.models.cf.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.tck.ContractData;
import io.kindred.models.cf.ratings.RatingData;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ratings predicted from neighbours, with numbers calculated by hand from the formulas of the library Surprise. */
final class RatingNeighbourhoodTest {
    // Users are alike to u0 by MSD: u1 1 / (1 + 1) (differences 1, 1), u2 1 / (1 + 4) (differences 2, 2).
    private static final TrainingData DATA =
            RatingData.of(new float[] {5, 3, 0, 0}, new float[] {4, 4, 2, 0}, new float[] {3, 5, 4, 1});

    private static TrainedModel train(String model, TrainingData data, Object... parameters)
            throws InterruptedException {
        Map<String, Object> map = new HashMap<>(Map.of("similarity", "msd", "shrink", 0));
        for (int p = 0; p < parameters.length; p += 2) {
            map.put((String) parameters[p], parameters[p + 1]);
        }
        return ModelCatalog.load().trainer(model, map).train(data, TrainingContext.ofSeed(1));
    }

    private static double rating(Recommender model, int user, int item) {
        return ((RatingPredictor) model).predictRating(user, item);
    }

    @Test
    void basicIsTheMeanWeightedBySimilarity() throws InterruptedException {
        Recommender model = train("user-knn", DATA, "ratings", "basic");

        assertThat(rating(model, 0, 2)).isEqualTo((0.5 * 2 + 0.2 * 4) / 0.7, within(1e-6));
        assertThat(rating(model, 0, 3)).isEqualTo(1, within(1e-6));
    }

    @Test
    void meansAreTakenAwayAndPutBack() throws InterruptedException {
        Recommender model = train("user-knn", DATA, "ratings", "with-means");

        // Means 4, 10 / 3 and 13 / 4.
        double expected = 4 + (0.5 * (2 - 10 / 3.0) + 0.2 * (4 - 13 / 4.0)) / 0.7;
        assertThat(rating(model, 0, 2)).isEqualTo(expected, within(1e-6));
    }

    @Test
    void deviationsScaleWhatIsTakenAway() throws InterruptedException {
        Recommender model = train("user-knn", DATA, "ratings", "z-score");

        // Deviations: u0 of 5, 3: 1; u1 of 4, 4, 2: sqrt(8 / 9); u2 of 3, 5, 4, 1: sqrt(35 / 16).
        double first = (2 - 10 / 3.0) / Math.sqrt(8 / 9.0);
        double second = (4 - 13 / 4.0) / Math.sqrt(35 / 16.0);
        assertThat(rating(model, 0, 2)).isEqualTo(4 + (0.5 * first + 0.2 * second) / 0.7, within(1e-6));
    }

    @Test
    void onlyTheNearestWhoRatedTheItemCount() throws InterruptedException {
        Recommender model = train("user-knn", DATA, "ratings", "basic", "neighbours", 1);

        assertThat(rating(model, 0, 2)).isEqualTo(2, within(1e-6));
        assertThat(rating(model, 0, 3)).isEqualTo(1, within(1e-6));
    }

    @Test
    void tooFewNeighboursGiveTheFallback() throws InterruptedException {
        double mean = 31 / 9.0;
        assertThat(rating(train("user-knn", DATA, "ratings", "basic", "minNeighbours", 2), 0, 3))
                .isEqualTo(mean, within(1e-6));
        assertThat(rating(train("user-knn", DATA, "ratings", "with-means", "minNeighbours", 2), 0, 3))
                .isEqualTo(4, within(1e-6));
    }

    @Test
    void itemsAreComparedByTheirRatings() throws InterruptedException {
        Recommender model = train("item-knn", DATA, "ratings", "basic");

        // i2 and i0 differ by 2 and 1, i2 and i1 by 2 and 1: each 1 / (1 + 5 / 2).
        assertThat(rating(model, 0, 2)).isEqualTo(4, within(1e-6));
        float[] similar = new float[4];
        ((SimilarItems) model).scoreSimilar(2, similar);
        assertThat(similar[0]).isEqualTo(1 / 3.5f);
        assertThat(similar[2]).isNaN();
    }

    @Test
    void pearsonIsTheCorrelationOverCommonItemsDampedByShrinkage() throws InterruptedException {
        TrainingData data = RatingData.of(new float[] {1, 2, 4, 0}, new float[] {2, 3, 5, 3}, new float[] {5, 4, 1, 1});
        // u0 and u1 correlate perfectly, u0 and u2 negatively: only positive similarities count.
        Recommender model = train("user-knn", data, "ratings", "basic", "similarity", "pearson", "shrink", 10);

        assertThat(rating(model, 0, 3)).isEqualTo(3, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "user-knn, basic, msd",
        "user-knn, with-means, cosine",
        "user-knn, z-score, adjusted-cosine",
        "user-knn, baseline, pearson-baseline",
        "user-knn, with-means, jaccard",
        "item-knn, basic, msd",
        "item-knn, with-means, pearson",
        "item-knn, z-score, adjusted-cosine",
        "item-knn, baseline, pearson-baseline",
        "item-knn, baseline, asymmetric-cosine"
    })
    void anUpdateGivesWhatTrainingOnEverythingGives(String name, String ratings, String similarity)
            throws InterruptedException {
        TrainingData old = ContractData.random(3, 50, 30, 500);
        TrainingData news = ContractData.news(old);
        Map<String, Object> parameters = Map.of("ratings", ratings, "similarity", similarity);
        IncrementallyTrainable trainer =
                (IncrementallyTrainable) ModelCatalog.load().trainer(name, parameters);
        TrainingContext context = TrainingContext.ofSeed(1);

        Recommender updated = trainer.update(trainer.train(old, context), news, context);
        Recommender anew = trainer.train(together(old, news), context);

        assertSameScores(updated, anew);
    }

    @ParameterizedTest
    @CsvSource({
        "user-knn, cosine, none",
        "user-knn, jaccard, none",
        "user-knn, asymmetric-cosine, bm25",
        "item-knn, cosine, none",
        "item-knn, jaccard, none",
        "item-knn, dot-product, none",
        "item-knn, cosine, tf-idf"
    })
    void anUpdateOfARankingModelIsExactToo(String name, String similarity, String weighting)
            throws InterruptedException {
        // Few neighbours and many users and items, so that rows stay as they were and others change.
        TrainingData old = ContractData.random(3, 150, 300, 500);
        TrainingData news = ContractData.news(old);
        Map<String, Object> parameters =
                Map.of("similarity", similarity, "weighting", weighting, "neighbours", 7, "alpha", 0.3);
        IncrementallyTrainable trainer =
                (IncrementallyTrainable) ModelCatalog.load().trainer(name, parameters);
        TrainingContext context = TrainingContext.ofSeed(1);

        Recommender updated = trainer.update(trainer.train(old, context), news, context);
        Recommender anew = trainer.train(together(old, news), context);

        assertSameScores(updated, anew);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-knn", "item-knn"})
    void aKnownUserAndTheSameHistoryScoreAlike(String name) throws InterruptedException {
        TrainingData data = ContractData.random(5, 40, 30, 400);
        Interactions pairs = data.interactions().distinct();
        for (String ratings : new String[] {"basic", "with-means", "z-score", "baseline"}) {
            TrainedModel model = train(name, data, "ratings", ratings, "similarity", "cosine");
            float[] known = new float[30];
            float[] unseen = new float[30];
            int[] items = pairs.byUser().columnsOf(4);
            float[] values = new float[items.length];
            for (int p = 0; p < items.length; p++) {
                values[p] = pairs.byUser().value(pairs.byUser().start(4) + p);
            }
            ((UserItemScorer) model).scoreAll(4, known);
            ((FoldIn) model).scoreHistory(items, values, unseen);
            // As a stranger the user meets themselves among the neighbours, which moves users' predictions only.
            for (int i = 0; i < 30; i++) {
                assertThat(unseen[i]).isFinite();
                if (name.equals("item-knn")) {
                    assertThat(unseen[i]).isEqualTo(known[i]);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-knn", "item-knn"})
    void dataWithoutRatingsAreRefused(String name) {
        TrainingData happened = RatingData.allEqual(1);

        assertThatThrownBy(() -> train(name, happened, "ratings", "basic"))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith(name + " with ratings needs ratings, but every interaction");
    }

    @Test
    void aSimilarityOfRatingsNeedsRatings() {
        assertThatThrownBy(() -> train("item-knn", RatingData.allEqual(1), "similarity", "msd"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("needs ratings");
        assertThatThrownBy(() -> train("user-knn", DATA, "similarity", "pearson"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("similarity=pearson compares ratings")
                .hasMessageContaining("asymmetric-cosine");
    }

    @Test
    void negativeWeightsAreRefusedByName() {
        TrainingData data = RatingData.of(new float[] {2, -1}, new float[] {1, 3});

        for (String name : new String[] {"user-knn", "item-knn"}) {
            assertThatThrownBy(() -> train(name, data, "similarity", "cosine", "valuesAsWeights", true))
                    .isInstanceOf(KindredException.class)
                    .hasMessageContaining("user 'u0' has item 'i1' with the value -1.0");
        }
    }

    @ParameterizedTest
    @CsvSource({"user-knn, basic", "user-knn, z-score", "item-knn, with-means", "item-knn, baseline"})
    void equalRatingsArePredicted(String name, String ratings) throws InterruptedException {
        Recommender model = train(name, RatingData.allEqual(4), "ratings", ratings);

        for (int u = 0; u < 6; u++) {
            for (int i = 0; i < 5; i++) {
                assertThat(rating(model, u, i)).isEqualTo(4, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"user-knn, basic", "user-knn, with-means", "item-knn, z-score", "item-knn, baseline"})
    void usersAndItemsWithoutRatingsGetAMean(String name, String ratings) throws InterruptedException {
        TrainingData data = RatingData.of(new float[] {5, 1, 0}, new float[] {4, 2, 0}, new float[] {0, 0, 0});
        Recommender model = train(name, data, "ratings", ratings);

        assertThat(((UserItemScorer) model).canScore(2)).isFalse();
        assertThat(rating(model, 2, 2)).isEqualTo(3, within(1e-6));
        assertThat(rating(model, 0, 2)).isBetween(1.0, 5.0);
        assertThat(rating(model, 2, 0)).isBetween(1.0, 5.0);
    }

    private static TrainingData together(TrainingData old, TrainingData news) {
        Vocabulary users = news.interactions().users();
        Vocabulary items = news.interactions().items();
        Interactions.Builder builder = Interactions.builder(users, items, TimeKind.TIMESTAMP);
        for (Interactions part : new Interactions[] {old.interactions(), news.interactions()}) {
            for (int u = 0; u < part.userCount(); u++) {
                for (int p = part.byUser().start(u); p < part.byUser().end(u); p++) {
                    builder.add(
                            u,
                            part.byUser().column(p),
                            part.byUser().value(p),
                            part.byUser().time(p));
                }
            }
        }
        return news.withInteractions(builder.build());
    }

    private static void assertSameScores(Recommender updated, Recommender anew) {
        float[] first = new float[anew.items().size()];
        float[] second = new float[first.length];
        for (int u = 0; u < anew.users().size(); u++) {
            assertThat(((UserItemScorer) updated).canScore(u)).isEqualTo(((UserItemScorer) anew).canScore(u));
            ((UserItemScorer) updated).scoreAll(u, first);
            ((UserItemScorer) anew).scoreAll(u, second);
            // The mean of the ratings is summed in another order, which may move the last bit.
            for (int i = 0; i < first.length; i++) {
                assertThat(first[i]).as("user %d, item %d", u, i).isEqualTo(second[i], within(1e-5f));
            }
        }
    }
}
