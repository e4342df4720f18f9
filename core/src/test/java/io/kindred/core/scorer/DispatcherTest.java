package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.id.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private final ItemSimilarityModel model = ToyModels.similarity();

    private static List<String> ids(Recommendations answer) {
        return answer.items().stream().map(Recommendations.Item::id).toList();
    }

    @Test
    void aKnownUserIsScoredFromTrainingWithoutTheItemsSeen() {
        // u0 had i0 and i1: i2 = 1 + 2, i3 = 3, i5 = 0, i4 = -1; the tie of i2 and i3 goes to the lower index.
        Recommendations answer = Dispatcher.recommend(model, RecommendationQuery.forUser("u0", 10));

        assertThat(answer.strategy()).isEqualTo(Strategy.KNOWN_USER);
        assertThat(ids(answer)).containsExactly("i2", "i3", "i5", "i4");
        assertThat(answer.items().getFirst().score()).isEqualTo(3f);
    }

    @Test
    void reasonsAreTheHistoryItemsByTheirShare() {
        Recommendations answer = Dispatcher.recommend(model, RecommendationQuery.forUser("u0", 1));

        assertThat(answer.items().getFirst().reasons())
                .containsExactly(new Recommendations.Reason("i1", 2f), new Recommendations.Reason("i0", 1f));
    }

    @Test
    void aHistoryHandedOverTakesThePlaceOfTraining() {
        Recommendations answer = Dispatcher.recommend(
                model,
                RecommendationQuery.builder()
                        .user("u1")
                        .history(List.of("i0", "unknown"))
                        .k(2)
                        .build());

        assertThat(answer.strategy()).isEqualTo(Strategy.FOLD_IN);
        assertThat(ids(answer)).containsExactly("i3", "i2");
    }

    @Test
    void anUnknownUserFallsBackToPopularity() {
        Recommendations answer = Dispatcher.recommend(model, RecommendationQuery.forUser("nobody", 3));

        assertThat(answer.strategy()).isEqualTo(Strategy.FALLBACK);
        assertThat(ids(answer)).containsExactly("i1", "i0", "i2");
        assertThat(answer.items()).allSatisfy(item -> assertThat(item.reasons()).isEmpty());
    }

    @Test
    void aUserWithoutTrainingDataFallsBackToo() {
        assertThat(Dispatcher.recommend(model, RecommendationQuery.forUser("u2", 3))
                        .strategy())
                .isEqualTo(Strategy.FALLBACK);
    }

    @Test
    void candidatesAndExclusionsAreHonoured() {
        Recommendations answer = Dispatcher.recommend(
                model,
                RecommendationQuery.builder()
                        .user("u0")
                        .candidates(Set.of("i3", "i4", "i0", "unknown"))
                        .exclude(Set.of("i3"))
                        .build());

        assertThat(ids(answer)).containsExactly("i4");
    }

    @Test
    void seenItemsComeBackOnRequest() {
        Recommendations answer = Dispatcher.recommend(
                model,
                RecommendationQuery.builder().user("u0").includeSeen(true).build());

        assertThat(ids(answer)).containsExactly("i2", "i3", "i0", "i1", "i5", "i4");
    }

    @Test
    void aFilterKeepsItemsWithOneOfTheValues() {
        FeatureTable features = new FeatureTable(
                model.items(),
                List.of(
                        new FeatureColumn.Categories(
                                "genres",
                                Vocabulary.of(List.of("drama", "war")),
                                new int[] {0, 1, 1, 2, 4, 4, 4},
                                new int[] {0, 1, 0, 1},
                                false),
                        new FeatureColumn.Numbers("year", new double[] {1990, 1991, 1992, 1993, Double.NaN, 1995})));

        Recommendations drama = Dispatcher.recommend(
                model,
                RecommendationQuery.builder()
                        .user("u0")
                        .filter(Map.of("genres", Set.of("drama")))
                        .build(),
                features);
        Recommendations both = Dispatcher.recommend(
                model,
                RecommendationQuery.builder()
                        .user("u0")
                        .filter(Map.of("genres", Set.of("drama", "war"), "year", Set.of("1992")))
                        .build(),
                features);

        assertThat(ids(drama)).containsExactly("i3");
        assertThat(ids(both)).containsExactly("i2");
    }

    @Test
    void anUnknownFeatureInAFilterIsNamed() {
        FeatureTable features =
                new FeatureTable(model.items(), List.of(new FeatureColumn.Numbers("year", new double[6])));

        assertThatThrownBy(() -> Dispatcher.recommend(
                        model,
                        RecommendationQuery.builder()
                                .user("u0")
                                .filter(Map.of("yaer", Set.of("1")))
                                .build(),
                        features))
                .isInstanceOf(KindredException.class)
                .hasMessage("the filter names the item feature 'yaer'; available: year; did you mean 'year'?");
    }

    @Test
    void itemsThatCannotBeScoredNeverEnterAList() {
        PopularityModel popularity = ToyModels.popularity(1, 2, Float.NaN, 4, Float.NaN, 6);

        assertThat(ids(Dispatcher.recommend(popularity, RecommendationQuery.forUser("u2", 10))))
                .containsExactly("i5", "i3", "i1", "i0");
    }

    @Test
    void contributionsOfImplicitFactorsAddUpToTheScore() {
        ImplicitFactorsModel factors = ToyModels.factors();
        int[] history = {0, 3, 4};
        float[] scores = new float[6];
        factors.scoreHistory(history, null, scores);

        IntFunction<float[]> contributions = factors.foldIn().contributions(factors.itemVectors(), history, null);
        for (int item = 0; item < 6; item++) {
            float[] amounts = contributions.apply(item);
            assertThat((double) amounts[0] + amounts[1] + amounts[2]).isCloseTo(scores[item], within(1e-4));
        }
    }

    @Test
    void similarItemsLeaveTheItemItselfOut() {
        assertThat(Dispatcher.similar(model, "i0", 5))
                .extracting(Recommendations.Item::id)
                .containsExactly("i3", "i2");
        assertThat(Dispatcher.similar(ToyModels.factors(), "i0", 10)).hasSize(5);
        assertThat(Dispatcher.similar(model, "unknown", 5)).isEmpty();
    }

    @Test
    void kOutOfRangeIsNamed() {
        assertThatThrownBy(() -> RecommendationQuery.forUser("u0", 0)).hasMessage("k is 0 but must be from 1 to 10000");
    }
}
