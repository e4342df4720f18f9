package io.kindred.models.cf.eals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ImplicitFactorsModel;
import io.kindred.core.scorer.ImplicitFoldIn;
import io.kindred.core.tck.ContractData;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EalsTrainerTest {
    /** u0: i0, i1; u1: i1. */
    private static final Interactions TWO_BY_TWO = Interactions.builder(
                    ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 2), TimeKind.NONE)
            .add(0, 0, 2, 0)
            .add(0, 1, 1, 0)
            .add(1, 1, 1, 0)
            .build();

    @Test
    void missingPairsWeighByPopularity() throws InterruptedException {
        // given i0 has 1 user and i1 has 2, the exponent is 1, the mean weight 0.3
        ElementwiseFactorization state = state(TWO_BY_TWO, new EalsParameters(1, 1, 1, 0.3, 1, 0, false));

        // then 0.3 * 2 items * 1/3 and 0.3 * 2 * 2/3
        assertThat(state.items().missing()).containsExactly(new float[] {0.2f, 0.4f}, within(1e-7f));
    }

    @Test
    void sweepHasTheResultOfAHandCalculation() throws InterruptedException {
        // given two factors, weights c0 = 0.2 and c1 = 0.4 as above, L2 strength 0.5, values as weights
        ElementwiseFactorization state = state(TWO_BY_TWO, new EalsParameters(2, 1, 0.5, 0.3, 1, 0, true));
        set(state.items(), 0, 1, 2);
        set(state.items(), 1, 3, -1);
        set(state.users(), 1, 0.25f, 0.5f);

        // when
        state.sweepUsers();

        // then for u1, who had i1 alone: S = 0.2 (1, 2)(1, 2)' + 0.4 (3, -1)(3, -1)' = ((3.8, -0.8), (-0.8, 1.2))
        // its first component: score 3 * 0.25 - 0.5 = 0.25, without the component -0.5; excess 1 - 0.4 = 0.6
        // ((1 - 0.6 * -0.5) * 3 - (-0.8 * 0.5)) / (0.6 * 9 + 3.8 + 0.5) = 4.3 / 9.7
        double first = 4.3 / 9.7;
        // its second: score without the component 3 * first
        double second = ((1 - 0.6 * 3 * first) * -1 - -0.8 * first) / (0.6 * 1 + 1.2 + 0.5);
        assertThat(state.users().vectors().row(1))
                .containsExactly(new float[] {(float) first, (float) second}, within(1e-6f));
    }

    @Test
    void sweepOfAnItemWeighsItsMissingPairsByItsOwnWeight() throws InterruptedException {
        // given one factor, c0 = 0.2, users 1 and 2
        ElementwiseFactorization state = state(TWO_BY_TWO, new EalsParameters(1, 1, 0.5, 0.3, 1, 0, false));
        set(state.users(), 0, 1);
        set(state.users(), 1, 2);
        set(state.items(), 0, 7);
        set(state.items(), 1, 7);

        // when the users are left as they are
        new CoordinateSweep(state.users(), new double[] {1 + 4}, false).sweep(state.items(), 0, 0.5);

        // then (1 * 1) / ((1 - 0.2) * 1 + 0.2 * 5 + 0.5)
        assertThat(state.items().vectors().get(0, 0)).isCloseTo((float) (1 / 2.3), within(1e-6f));
    }

    @Test
    void lossFallsFromEpochToEpoch() throws InterruptedException {
        List<Double> losses = new ArrayList<>();
        EpochListener listener = (epoch, metrics, snapshot) -> {
            losses.add(metrics.get("loss"));
            return EpochListener.Verdict.CONTINUE;
        };
        for (boolean weighted : new boolean[] {false, true}) {
            losses.clear();
            new EalsTrainer(new EalsParameters(12, 8, 0.02, 0.1, 0.5, 1, weighted))
                    .train(data(), TrainingContext.ofSeed(3).withListener(listener));

            assertThat(losses).hasSize(8).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    @Test
    void uniformWeightsHaveTheSolutionOfImplicitAls() throws InterruptedException {
        // given popularity does not count: a pair has the confidence 1, in implicit ALS 0.2 + 0.8
        EalsParameters parameters = new EalsParameters(10, 3, 0.5, 0.2, 0, 1, false);
        ElementwiseFactorization state = state(data().interactions().distinct(), parameters);
        state.initialise(1);
        for (int epoch = 0; epoch < 5; epoch++) {
            state.epoch();
        }
        ImplicitFoldIn ials = new ImplicitFoldIn(state.itemGram(), 0.8, 0.5, 0.2, 1);

        // when users are swept until nothing moves
        for (int sweep = 0; sweep < 200; sweep++) {
            state.sweepUsers();
        }

        // then
        for (int u = 0; u < state.users().vectors().rows(); u++) {
            int[] history = state.users().history().columnsOf(u);
            assertThat(state.users().vectors().row(u))
                    .as("user %d", u)
                    .containsExactly(ials.solve(state.items().vectors(), history, null), within(1e-4f));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7})
    void foldInIsWhatSweepsOfAKnownUserTendTo(double popularityExponent) throws InterruptedException {
        EalsParameters parameters = new EalsParameters(10, 6, 0.05, 0.2, popularityExponent, 1, false);

        ImplicitFactorsModel model =
                (ImplicitFactorsModel) new EalsTrainer(parameters).train(data(), TrainingContext.ofSeed(3));

        float[] known = new float[model.items().size()];
        float[] folded = new float[model.items().size()];
        for (int u = 0; u < model.users().size(); u++) {
            model.scoreAll(u, known);
            model.scoreHistory(model.histories().of(u), null, folded);
            assertThat(known).as("user %d", u).containsExactly(folded, within(0.02f));
        }
    }

    @Test
    void negativeWeightIsRefusedWithItsPair() {
        Interactions negative = Interactions.builder(
                        ContractData.vocabulary("u", 1), ContractData.vocabulary("i", 2), TimeKind.NONE)
                .add(0, 1, -2, 0)
                .build();

        assertThatThrownBy(() -> new EalsTrainer(new EalsParameters(2, 1, 1, 0.1, 0.5, 1, true))
                        .train(TrainingData.of(negative), TrainingContext.ofSeed(1)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("user 'u0' has item 'i1' with the value -2.0");
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> new EalsTrainer(new EalsProvider().defaults())
                        .train(ContractData.empty(), TrainingContext.ofSeed(1)))
                .isInstanceOf(KindredException.class)
                .hasMessage("eals cannot be trained: the training data have no interactions");
    }

    @Test
    void moreFactorsThanItemsStillYieldsFiniteScores() throws InterruptedException {
        ImplicitFactorsModel model =
                (ImplicitFactorsModel) new EalsTrainer(new EalsParameters(100, 4, 1e-7, 1e-6, 2, 0, true))
                        .train(data(), TrainingContext.ofSeed(1));

        float[] scores = new float[model.items().size()];
        for (int u = 0; u < model.users().size(); u++) {
            model.scoreAll(u, scores);
            for (float score : scores) {
                assertThat(score).isFinite();
            }
        }
    }

    private static TrainingData data() {
        return ContractData.random(5, 50, 33, 700);
    }

    private static ElementwiseFactorization state(Interactions interactions, EalsParameters parameters) {
        return new ElementwiseFactorization(
                interactions, parameters, parameters.valuesAsWeights(), new ParallelRows(1, new Cancellation()));
    }

    private static void set(Side side, int row, float... vector) {
        System.arraycopy(vector, 0, side.vectors().array(), row * vector.length, vector.length);
    }
}
