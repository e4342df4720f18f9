package io.kindred.models.cf.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Explains;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import io.kindred.core.scorer.Strategy;
import io.kindred.core.scorer.TransitionModel;
import io.kindred.core.tck.ContractData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hand calculation: u0 had 0, 1, 2; u1 had 0, 1, 0; u2 had 2. So 1 follows 0 twice, and 2 and 0 follow 1 once each. */
final class MarkovTrainerTest {
    private static final MarkovParameters FIRST_ORDER = new MarkovParameters(1, 1, 0, 10, 1, 0, false);
    private static final TrainingData DATA =
            TrainingData.of(sequences(TimeKind.ORDER, new int[] {0, 1, 2}, new int[] {0, 1, 0}, new int[] {2}));

    @Test
    void scoresAreTheSharesOfTheSuccessorsOfTheLastItem() throws InterruptedException {
        TransitionModel model = train(FIRST_ORDER, DATA);

        assertThat(session(model, 1, 0)).containsExactly(Float.NaN, 1f, Float.NaN);
        assertThat(session(model, 0, 1)).containsExactly(0.5f, Float.NaN, 0.5f);
    }

    @Test
    void itemAfterWhichNothingCameIsPassedOver() throws InterruptedException {
        TransitionModel model = train(FIRST_ORDER, DATA);

        assertThat(session(model, 0, 1, 2)).containsExactly(session(model, 0, 1));
        assertThat(session(model, 2)).containsOnly(Float.NaN);
        assertThat(model.canScore(1)).isTrue();
        assertThat(model.canScore(2)).isFalse();
    }

    @Test
    void earlierItemsCountLess() throws InterruptedException {
        TransitionModel model = train(new MarkovParameters(1, 1, 0, 10, 2, 0.5, false), DATA);

        // 1 * (0, 1, 0) from item 0 and 0.5 * (0.5, 0, 0.5) from item 1.
        assertThat(session(model, 1, 0)).containsExactly(0.25f, 1f, 0.25f);
    }

    @Test
    void fartherSuccessorsCountLess() throws InterruptedException {
        TransitionModel model = train(new MarkovParameters(2, 0.5, 0, 10, 1, 0, false), DATA);

        // After 0: item 1 twice, items 0 and 2 half a time each.
        assertThat(session(model, 0)).containsExactly(0.5f / 3, 2f / 3, 0.5f / 3);
    }

    @Test
    void smoothingSpreadsAShareByPopularity() throws InterruptedException {
        TransitionModel model = train(new MarkovParameters(1, 1, 2, 10, 1, 0, false), DATA);

        // c = 2 and s = 2: (2 + 2 * 2/7) / 4 for item 1, (0 + 2 * 3/7) / 4 for item 0; popularity is 3, 2, 2 of 7.
        float[] scores = session(model, 0);
        assertThat(scores[0]).isCloseTo(3f / 14, within(1e-6f));
        assertThat(scores[1]).isCloseTo(9f / 14, within(1e-6f));
        assertThat(scores[2]).isCloseTo(2f / 14, within(1e-6f));
    }

    @Test
    void whatIsCutOffIsSpreadByPopularity() throws InterruptedException {
        TransitionModel model = train(new MarkovParameters(1, 1, 0, 1, 1, 0, false), DATA);

        // Of the equal successors 0 and 2 of item 1 the lower index stays; the other half goes to 3, 2, 2 of 7.
        float[] scores = session(model, 1);
        assertThat(scores[0]).isCloseTo(0.5f + 1.5f / 7, within(1e-6f));
        assertThat(scores[1]).isCloseTo(1f / 7, within(1e-6f));
        assertThat(scores[2]).isCloseTo(1f / 7, within(1e-6f));
    }

    @Test
    void valuesWeighTransitions() throws InterruptedException {
        Interactions interactions = Interactions.builder(
                        ContractData.vocabulary("u", 1), ContractData.vocabulary("i", 3), TimeKind.ORDER)
                .add(0, 0, 5f, 1)
                .add(0, 1, 1f, 2)
                .add(0, 0, 1f, 3)
                .add(0, 2, 3f, 4)
                .build();
        MarkovParameters weighted = new MarkovParameters(1, 1, 0, 10, 1, 0, true);

        assertThat(session(train(weighted, TrainingData.of(interactions)), 0)).containsExactly(Float.NaN, 0.25f, 0.75f);
        assertThat(session(train(FIRST_ORDER, TrainingData.of(interactions)), 0))
                .containsExactly(Float.NaN, 0.5f, 0.5f);
    }

    @Test
    void contributionsAddUpToTheScore() throws InterruptedException {
        TransitionModel model =
                train(new MarkovParameters(3, 0.5, 1, 5, 4, 0.7, false), ContractData.random(3, 50, 20, 600));
        int[] history = {4, 9, 4, 13, 2};
        float[] weights = {1f, 2f, 1f, 0.5f, 3f};
        float[] scores = new float[20];
        model.scoreHistory(history, weights, scores);

        for (int item = 0; item < 20; item++) {
            double sum = model.explain(item, history, weights, 10).stream()
                    .mapToDouble(Explains.Contribution::amount)
                    .sum();
            assertThat((float) sum).isCloseTo(scores[item], within(1e-5f));
        }
    }

    @Test
    void sessionsAreAnsweredAndExplainedThroughTheDispatcher() throws InterruptedException {
        TransitionModel model = train(FIRST_ORDER, DATA);
        RecommendationQuery query =
                RecommendationQuery.builder().session(List.of("i2", "i0")).k(3).build();

        Recommendations answer = Dispatcher.recommend(model, query);

        assertThat(answer.strategy()).isEqualTo(Strategy.SESSION);
        assertThat(answer.items()).extracting(Recommendations.Item::id).containsExactly("i1");
        assertThat(answer.items().getFirst().reasons()).containsExactly(new Recommendations.Reason("i0", 1f));
        assertThat(Dispatcher.similar(model, "i1", 5))
                .extracting(Recommendations.Item::id)
                .containsExactly("i0", "i2");
    }

    @Test
    void dataWithoutOrderAreRefused() {
        TrainingData unordered = TrainingData.of(sequences(TimeKind.NONE, new int[] {0, 1, 2}));

        assertThatThrownBy(() -> train(FIRST_ORDER, unordered))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("neither timestamps nor an order")
                .hasMessageContaining("item-knn");
    }

    @Test
    void dataWithoutTransitionsAreRefused() {
        TrainingData singles = TrainingData.of(sequences(TimeKind.ORDER, new int[] {0}, new int[] {1}));

        assertThatThrownBy(() -> train(FIRST_ORDER, singles))
                .hasMessageContaining("no user of the training data has two");
        assertThatThrownBy(() -> train(FIRST_ORDER, ContractData.empty())).hasMessageContaining("no interactions");
    }

    @Test
    void negativeWeightIsRefusedWithUserItemAndValue() {
        Interactions interactions = Interactions.builder(
                        ContractData.vocabulary("u", 1), ContractData.vocabulary("i", 2), TimeKind.ORDER)
                .add(0, 0, 1f, 1)
                .add(0, 1, -2f, 2)
                .build();

        assertThatThrownBy(() -> train(new MarkovParameters(1, 1, 0, 10, 1, 0, true), TrainingData.of(interactions)))
                .hasMessage("markov: the interaction of user 'u0' with item 'i1' has the value -2.0, which cannot be a"
                        + " weight; weights must not be negative");
    }

    static Interactions sequences(TimeKind timeKind, int[]... rows) {
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", rows.length), ContractData.vocabulary("i", 3), timeKind);
        for (int u = 0; u < rows.length; u++) {
            for (int item : rows[u]) {
                builder.add(u, item);
            }
        }
        return builder.build();
    }

    private static float[] session(TransitionModel model, int... session) {
        float[] scores = new float[model.items().size()];
        model.scoreSession(session, scores);
        return scores;
    }

    private static TransitionModel train(MarkovParameters parameters, TrainingData data) throws InterruptedException {
        return (TransitionModel) new MarkovTrainer(parameters).train(data, TrainingContext.ofSeed(1));
    }
}
