package io.kindred.models.cf.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.PopularityModel;
import io.kindred.core.tck.ContractData;
import org.junit.jupiter.api.Test;

final class PopularityTrainerTest {
    private static final long DAY = 86_400;

    @Test
    void countsTheDifferentUsersOfEachItem() throws InterruptedException {
        TrainingData data = TrainingData.of(builder(TimeKind.NONE)
                .add(0, 0, 5, 0)
                .add(0, 0, 1, 0)
                .add(1, 0, 1, 0)
                .add(2, 1, 1, 0)
                .build());

        assertThat(scores(0, data)).containsExactly(2, 1, 0);
    }

    @Test
    void halfLifeHalvesWhatIsThatOld() throws InterruptedException {
        TrainingData data = TrainingData.of(builder(TimeKind.TIMESTAMP)
                .add(0, 0, 1, 0)
                .add(1, 0, 1, 20 * DAY)
                .add(2, 1, 1, 10 * DAY)
                .build());

        // 2^-2 + 1 and 2^-1, ten days being the half-life
        assertThat(scores(10, data)).containsExactly(1.25f, 0.5f, 0f);
    }

    @Test
    void lastOfRepeatedInteractionsCounts() throws InterruptedException {
        TrainingData data = TrainingData.of(builder(TimeKind.TIMESTAMP)
                .add(0, 0, 1, 10 * DAY)
                .add(0, 0, 1, 0)
                .add(1, 1, 1, 10 * DAY)
                .build());

        assertThat(scores(10, data)).containsExactly(1f, 1f, 0f);
    }

    @Test
    void halfLifeWithoutTimestampsIsRefused() {
        TrainingData data = TrainingData.of(builder(TimeKind.ORDER).add(0, 0).build());

        assertThatThrownBy(() -> scores(10, data))
                .isInstanceOf(KindredException.class)
                .hasMessage("popularity with halfLifeDays=10.0 needs timestamps, which these data do not have;"
                        + " set halfLifeDays=0");
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> scores(0, ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessage("popularity cannot be counted: the training data have no interactions");
    }

    @Test
    void anUpdateCountsAsTrainingOnEverythingDoes() throws InterruptedException {
        PopularityTrainer trainer = new PopularityTrainer(new PopularityParameters(0));
        TrainingData old = TrainingData.of(
                builder(TimeKind.ORDER).add(0, 0).add(1, 0).add(1, 1).build());
        Interactions newer = Interactions.builder(
                        ContractData.vocabulary("u", 4), ContractData.vocabulary("i", 4), TimeKind.ORDER)
                .add(1, 0)
                .add(2, 0)
                .add(3, 3)
                .build();
        PopularityModel base = (PopularityModel) trainer.train(old, TrainingContext.ofSeed(1));
        float[] scores = new float[4];

        ((PopularityModel) trainer.update(base, TrainingData.of(newer), TrainingContext.ofSeed(1))).scoreAll(0, scores);

        // u1 had i0 before.
        assertThat(scores).containsExactly(3, 1, 0, 1);
    }

    @Test
    void withAHalfLifeThereIsNoUpdate() {
        assertThat(new PopularityProvider().trainer(new PopularityParameters(10)))
                .isNotInstanceOf(IncrementallyTrainable.class);
    }

    private static Interactions.Builder builder(TimeKind kind) {
        return Interactions.builder(ContractData.vocabulary("u", 3), ContractData.vocabulary("i", 3), kind);
    }

    private static float[] scores(double halfLife, TrainingData data) throws InterruptedException {
        PopularityModel model = (PopularityModel)
                new PopularityTrainer(new PopularityParameters(halfLife)).train(data, TrainingContext.ofSeed(1));
        float[] scores = new float[data.interactions().itemCount()];
        model.scoreAll(0, scores);
        return scores;
    }
}
