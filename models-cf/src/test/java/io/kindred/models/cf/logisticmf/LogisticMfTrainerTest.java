package io.kindred.models.cf.logisticmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.tck.ContractData;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LogisticMfTrainerTest {
    private static final LogisticMfParameters PARAMETERS = new LogisticMfParameters(6, 10, 0.2, 1, 3, false);
    private static final TrainingData DATA = ContractData.random(5, 300, 200, 8_000);

    @Test
    void stepsFollowAdaGrad() {
        LogisticTable users = new LogisticTable(1, 2, true, new SplittableRandom(1));
        float start = users.values()[0];

        // 0.5 * 3 / sqrt(9) and then 0.5 * 4 / sqrt(9 + 16)
        users.step(0, gradient(users, 3), 0.5f, 0);
        assertThat(users.values()[0]).isCloseTo(start + 0.5f, within(1e-6f));
        users.step(0, gradient(users, 4), 0.5f, 0);
        assertThat(users.values()[0]).isCloseTo(start + 0.9f, within(1e-6f));
    }

    @Test
    void regularizationPullsTowardsZero() {
        LogisticTable users = new LogisticTable(1, 2, true, new SplittableRandom(1));
        float start = users.values()[0];

        // The slope is -start / 2, so the first step has the learning rate's length, towards 0.
        users.step(0, gradient(users, 0), 0.01f, 0.5f);

        assertThat(users.values()[0]).isCloseTo(start - Math.signum(start) * 0.01f, within(1e-4f));
    }

    @Test
    void constantsStayOne() {
        LogisticTable users = new LogisticTable(1, 2, true, new SplittableRandom(1));
        float[] gradient = gradient(users, 1);
        gradient[3] = 9;

        users.step(0, gradient, 0.5f, 1);

        assertThat(users.values()[3]).isEqualTo(1f);
    }

    @Test
    void itemsThatMoreUsersHadScoreHigher() throws InterruptedException {
        // All users had i0 and half of them i1; nobody had i2 and i3, which are drawn as often as each other.
        Interactions.Builder builder =
                Interactions.builder(ContractData.vocabulary("u", 200), ContractData.vocabulary("i", 4), TimeKind.NONE);
        for (int u = 0; u < 200; u++) {
            builder.add(u, 0, 1f, 0);
            if (u % 2 == 0) {
                builder.add(u, 1, 1f, 0);
            }
        }
        FactorsModel model =
                train(new LogisticMfParameters(1, 60, 0.3, 1, 1, false), TrainingData.of(builder.build()), 1);

        float[] scores = new float[4];
        model.scoreAll(1, scores);
        assertThat(scores[0]).isGreaterThan(scores[1]);
        assertThat(scores[1]).isGreaterThan(Math.max(scores[2], scores[3]));
        assertThat(scores[2]).isCloseTo(scores[3], within(0.5f));
    }

    @Test
    void threadsDoNotChangeTheBits() throws InterruptedException {
        FactorsModel one = train(PARAMETERS, DATA, 1);
        FactorsModel four = train(PARAMETERS, DATA, 4);

        assertThat(four.userFactors().array()).isEqualTo(one.userFactors().array());
        assertThat(four.itemVectors().array()).isEqualTo(one.itemVectors().array());
    }

    @Test
    void lossFalls() throws InterruptedException {
        List<Double> losses = new ArrayList<>();
        EpochListener listener = (epoch, metrics, snapshot) -> {
            losses.add(metrics.get("loss"));
            return EpochListener.Verdict.CONTINUE;
        };

        new LogisticMfTrainer(PARAMETERS).train(DATA, TrainingContext.ofSeed(3).withListener(listener));

        assertThat(losses).hasSize(10);
        // ln 2 for the positive and each of at most three negatives, of which those that the user had are dropped.
        assertThat(losses.getFirst()).isBetween(3 * Math.log(2), 4 * Math.log(2));
        assertThat(losses.getLast()).isLessThan(0.8 * losses.getFirst());
    }

    @Test
    void lastColumnIsTheItemBias() throws InterruptedException {
        FactorsModel model = train(PARAMETERS, ContractData.coldRows(), 1);

        assertThat(model.userFactors().columns()).isEqualTo(7);
        for (int u = 0; u < model.users().size(); u++) {
            assertThat(model.userFactors().get(u, 6)).isEqualTo(ContractData.isCold(u) ? 0f : 1f);
            assertThat(model.canScore(u)).isEqualTo(!ContractData.isCold(u));
        }
    }

    @Test
    void moreFactorsThanItemsStillYieldFiniteScores() throws InterruptedException {
        FactorsModel model = train(new LogisticMfParameters(300, 5, 1, 0, 3, false), ContractData.coldRows(), 1);

        float[] scores = new float[model.items().size()];
        model.scoreAll(1, scores);
        for (float score : scores) {
            assertThat(score).isFinite();
        }
    }

    @Test
    void valuesWeighWhereTheyAreAskedTo() throws InterruptedException {
        LogisticMfParameters weighted = new LogisticMfParameters(6, 10, 0.2, 1, 3, true);

        assertThat(train(weighted, DATA, 1).itemVectors().array())
                .isNotEqualTo(train(PARAMETERS, DATA, 1).itemVectors().array());
    }

    @Test
    void negativeWeightsAreRefused() {
        TrainingData data = TrainingData.of(
                Interactions.builder(ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 2), TimeKind.NONE)
                        .add(0, 0, 1f, 0)
                        .add(1, 1, -3f, 0)
                        .build());

        assertThatThrownBy(() -> train(new LogisticMfParameters(6, 10, 0.2, 1, 3, true), data, 1))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("user 'u1' has item 'i1' with the value -3.0");
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(PARAMETERS, ContractData.empty(), 1))
                .isInstanceOf(KindredException.class)
                .hasMessage("logistic-mf cannot be trained: the training data have no interactions");
    }

    private static float[] gradient(LogisticTable table, float first) {
        float[] gradient = new float[table.stride()];
        gradient[0] = first;
        return gradient;
    }

    private static FactorsModel train(LogisticMfParameters parameters, TrainingData data, int threads)
            throws InterruptedException {
        return (FactorsModel) new LogisticMfTrainer(parameters)
                .train(data, TrainingContext.ofSeed(3).withThreads(threads));
    }
}
