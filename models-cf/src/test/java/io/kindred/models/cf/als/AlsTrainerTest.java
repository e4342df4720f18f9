package io.kindred.models.cf.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ImplicitFactorsModel;
import io.kindred.core.tck.ContractData;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlsTrainerTest {
    private static final AlsParameters PARAMETERS =
            new AlsParameters(24, 3, 0.02, 2, 0.1, 1, false, AlsSolver.AUTO, 3, 64);

    @Test
    void oneFactorOnTwoByTwoHasTheSolutionOfAHandCalculation() throws InterruptedException {
        // given u0: i0; u1: i0, i1; one factor; item vectors y0 = 1 and y1 = 2
        Vocabulary users = Vocabulary.of(List.of("u0", "u1"));
        Vocabulary items = Vocabulary.of(List.of("i0", "i1"));
        Interactions interactions = Interactions.builder(users, items, TimeKind.NONE)
                .add(0, 0, 1, 0)
                .add(1, 0, 1, 0)
                .add(1, 1, 1, 0)
                .build();
        AlsParameters parameters = new AlsParameters(1, 1, 0.25, 3, 0.5, 0, false, AlsSolver.CHOLESKY, 3, 64);
        try (ParallelRows threads = new ParallelRows(1, new Cancellation())) {
            Factorization state = new Factorization(interactions, parameters, false, threads);
            state.items().values()[0] = 1;
            state.items().values()[state.items().stride()] = 2;

            // when
            state.solveUsers(state.users());

            // then x0 = 3.5 * 1 / (0.5 * (1 + 4) + 0.25 + 3 * 1), x1 = 3.5 * (1 + 2) / (0.5 * 5 + 0.25 + 3 * (1 + 4))
            assertThat(state.users().values()[0]).isCloseTo(3.5f / 5.75f, within(1e-6f));
            assertThat(state.users().values()[state.users().stride()]).isCloseTo(10.5f / 17.75f, within(1e-6f));
        }
    }

    @Test
    void regularisationGrowsWithTheFrequencyOfARow() {
        Objective objective = new Objective(1, 0.1, 2, 1, false);

        // 2 * (30 + 0.1 * 200) ^ 1
        assertThat(objective.strength(30, 200)).isEqualTo(100.0);
        assertThat(new Objective(1, 0.1, 2, 0, false).strength(30, 200)).isEqualTo(2.0);
    }

    @Test
    void lossFallsFromEpochToEpoch() throws InterruptedException {
        List<Double> losses = new ArrayList<>();
        EpochListener listener = (epoch, metrics, snapshot) -> {
            losses.add(metrics.get("loss"));
            return EpochListener.Verdict.CONTINUE;
        };
        AlsParameters parameters = new AlsParameters(24, 8, 0.02, 2, 0.1, 1, false, AlsSolver.AUTO, 3, 64);

        new AlsTrainer(parameters).train(data(), TrainingContext.ofSeed(3).withListener(listener));

        assertThat(losses).hasSize(8).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void knownUserIsWhatFoldInMakesOfTheSameHistory() throws InterruptedException {
        for (AlsParameters parameters : List.of(
                PARAMETERS,
                new AlsParameters(16, 2, 5, 10, 1, 0, false, AlsSolver.AUTO, 3, 64),
                new AlsParameters(70, 2, 0.01, 1, 0.5, 1, false, AlsSolver.AUTO, 3, 64))) {
            ImplicitFactorsModel model = train(parameters, data());
            float[] known = new float[model.items().size()];
            float[] folded = new float[model.items().size()];
            for (int u = 0; u < model.users().size(); u++) {
                model.scoreAll(u, known);
                model.scoreHistory(model.histories().of(u), null, folded);
                for (int i = 0; i < known.length; i++) {
                    assertThat(known[i]).as("user %d, item %d", u, i).isCloseTo(folded[i], within(2e-4f));
                }
            }
        }
    }

    @Test
    void valuesWeighPairsOnlyWhenAsked() throws InterruptedException {
        TrainingData rated = data();
        TrainingData plain = withValue(rated, false);

        assertThat(users(train(PARAMETERS, rated))).isEqualTo(users(train(PARAMETERS, plain)));
        assertThat(users(train(weighted(), rated))).isNotEqualTo(users(train(weighted(), plain)));
    }

    @Test
    void weightsOfOneAreNoWeights() throws InterruptedException {
        TrainingData plain = withValue(data(), false);

        assertThat(users(train(weighted(), plain))).isEqualTo(users(train(PARAMETERS, plain)));
    }

    @Test
    void negativeWeightIsRefusedWithItsPair() {
        TrainingData data = withValue(data(), true);

        assertThatThrownBy(() -> train(weighted(), data))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("u0")
                .hasMessageContaining("-1.0")
                .hasMessageContaining("valuesAsWeights=false");
    }

    @Test
    void moreFactorsThanItemsStillYieldsFiniteScores() throws InterruptedException {
        AlsParameters parameters = new AlsParameters(200, 3, 1e-6, 40, 1e-3, 0, false, AlsSolver.AUTO, 3, 64);

        ImplicitFactorsModel model = train(parameters, data());

        float[] scores = new float[model.items().size()];
        for (int u = 0; u < model.users().size(); u++) {
            model.scoreAll(u, scores);
            for (float score : scores) {
                assertThat(score).isFinite();
            }
        }
    }

    @Test
    void oneUserIsLearnt() throws InterruptedException {
        ImplicitFactorsModel model = train(PARAMETERS, ContractData.oneUser());

        float[] scores = new float[5];
        model.scoreAll(0, scores);

        // The items he had come first; nothing is known of the others.
        assertThat(scores[1]).isGreaterThan(0.5f);
        assertThat(scores[0]).isZero();
    }

    @Test
    void equalWeightsScaleAlpha() throws InterruptedException {
        // given every value 3 and alpha 2
        Interactions given = data().interactions();
        Interactions threes = given.revalued((user, item, value, time) -> 3f);
        AlsParameters alphaSix = new AlsParameters(24, 3, 0.02, 6, 0.1, 1, false, AlsSolver.AUTO, 3, 64);

        float[] weighted = users(train(weighted(), TrainingData.of(threes)));

        assertThat(weighted).containsExactly(users(train(alphaSix, TrainingData.of(given))), within(1e-4f));
    }

    @Test
    void weightsOfZeroAreUnobservedPairs() throws InterruptedException {
        Interactions zeros = data().interactions().revalued((user, item, value, time) -> 0f);

        ImplicitFactorsModel model = train(weighted(), TrainingData.of(zeros));

        assertThat(users(model)).doesNotContain(Float.NaN);
    }

    @Test
    void userWithoutHistoryCannotBeScored() throws InterruptedException {
        ImplicitFactorsModel model = train(PARAMETERS, ContractData.coldRows());

        for (int u = 0; u < model.users().size(); u++) {
            assertThat(model.canScore(u)).isEqualTo(!ContractData.isCold(u));
        }
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(PARAMETERS, ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessage("als cannot be trained: the training data have no interactions");
    }

    @Test
    void snapshotStaysWhatItWas() throws InterruptedException {
        List<float[]> first = new ArrayList<>();
        List<ImplicitFactorsModel> models = new ArrayList<>();
        EpochListener listener = (epoch, metrics, snapshot) -> {
            if (epoch == 1) {
                models.add((ImplicitFactorsModel) snapshot.get());
                first.add(users(models.getFirst()).clone());
            }
            return EpochListener.Verdict.CONTINUE;
        };

        new AlsTrainer(PARAMETERS).train(data(), TrainingContext.ofSeed(3).withListener(listener));

        assertThat(users(models.getFirst())).isEqualTo(first.getFirst());
    }

    private static TrainingData data() {
        return ContractData.random(5, 50, 33, 700);
    }

    private static AlsParameters weighted() {
        return new AlsParameters(24, 3, 0.02, 2, 0.1, 1, true, AlsSolver.AUTO, 3, 64);
    }

    private static ImplicitFactorsModel train(AlsParameters parameters, TrainingData data) throws InterruptedException {
        return (ImplicitFactorsModel) new AlsTrainer(parameters).train(data, TrainingContext.ofSeed(3));
    }

    private static float[] users(ImplicitFactorsModel model) {
        return model.userFactors().array();
    }

    /** The same pairs, all of value 1, or the first user's of value -1. */
    private static TrainingData withValue(TrainingData data, boolean negative) {
        Interactions given = data.interactions();
        Interactions.Builder builder = Interactions.builder(given.users(), given.items(), TimeKind.TIMESTAMP);
        for (int u = 0; u < given.userCount(); u++) {
            for (int p = given.byUser().start(u); p < given.byUser().end(u); p++) {
                builder.add(
                        u,
                        given.byUser().column(p),
                        negative && u == 0 ? -1 : 1,
                        given.byUser().time(p));
            }
        }
        return data.withInteractions(builder.build());
    }
}
