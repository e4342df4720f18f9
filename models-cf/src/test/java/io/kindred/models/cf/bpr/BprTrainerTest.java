package io.kindred.models.cf.bpr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;

final class BprTrainerTest {
    private static final BprParameters PARAMETERS = new BprParameters(12, 10, 0.05, 0.01, false);
    /** Large enough to be cut into several blocks. */
    private static final TrainingData BLOCKS = ContractData.random(5, 300, 200, 8_000);

    @Test
    void threadsDoNotChangeTheBits() throws InterruptedException {
        FactorsModel one = train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3).withThreads(1));
        FactorsModel four = train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3).withThreads(4));

        assertThat(four.userFactors().array()).isEqualTo(one.userFactors().array());
        assertThat(four.itemVectors().array()).isEqualTo(one.itemVectors().array());
    }

    @Test
    void seedChangesTheBits() throws InterruptedException {
        FactorsModel first = train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3));
        FactorsModel second = train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(4));

        assertThat(second.itemVectors().array())
                .isNotEqualTo(first.itemVectors().array());
    }

    @Test
    void lossFalls() throws InterruptedException {
        List<Double> losses = new ArrayList<>();
        EpochListener listener = (epoch, metrics, snapshot) -> {
            losses.add(metrics.get("loss"));
            return EpochListener.Verdict.CONTINUE;
        };

        train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3).withListener(listener));

        assertThat(losses).hasSize(10);
        // ln 2 is the loss of equal scores.
        assertThat(losses.getFirst()).isBetween(0.6, 0.75);
        assertThat(losses.getLast()).isLessThan(0.55);
    }

    @Test
    void lastColumnIsTheItemBias() throws InterruptedException {
        FactorsModel model = train(PARAMETERS, ContractData.coldRows(), TrainingContext.ofSeed(3));

        assertThat(model.userFactors().columns()).isEqualTo(13);
        for (int u = 0; u < model.users().size(); u++) {
            assertThat(model.userFactors().get(u, 12)).isEqualTo(ContractData.isCold(u) ? 0f : 1f);
            assertThat(model.canScore(u)).isEqualTo(!ContractData.isCold(u));
        }
    }

    @Test
    void snapshotStaysWhatItWas() throws InterruptedException {
        List<FactorsModel> models = new ArrayList<>();
        List<float[]> then = new ArrayList<>();
        EpochListener listener = (epoch, metrics, snapshot) -> {
            if (epoch == 1) {
                models.add((FactorsModel) snapshot.get());
                then.add(models.getFirst().itemVectors().array().clone());
            }
            return EpochListener.Verdict.CONTINUE;
        };

        train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3).withListener(listener));

        assertThat(models.getFirst().itemVectors().array()).isEqualTo(then.getFirst());
    }

    @Test
    void userWhoHasEveryItemIsPassedOver() throws InterruptedException {
        Interactions.Builder builder =
                Interactions.builder(ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 3), TimeKind.NONE);
        builder.add(0, 0).add(0, 1).add(0, 2).add(1, 1);

        FactorsModel model = train(PARAMETERS, TrainingData.of(builder.build()), TrainingContext.ofSeed(3));

        float[] scores = new float[3];
        model.scoreAll(1, scores);
        assertThat(scores[1]).isGreaterThan(scores[0]).isGreaterThan(scores[2]);
    }

    @Test
    void moreFactorsThanItemsStillYieldFiniteScores() throws InterruptedException {
        FactorsModel model =
                train(new BprParameters(200, 5, 0.05, 0, false), ContractData.coldRows(), TrainingContext.ofSeed(3));

        float[] scores = new float[model.items().size()];
        model.scoreAll(1, scores);
        for (float score : scores) {
            assertThat(score).isFinite();
        }
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(PARAMETERS, ContractData.empty(), TrainingContext.ofSeed(3)))
                .isInstanceOf(KindredException.class)
                .hasMessage("bpr cannot be trained: the training data have no interactions");
    }

    @Test
    void dataInWhichEverybodyHadEverythingAreRefused() {
        assertThatThrownBy(() -> train(PARAMETERS, ContractData.oneItem(), TrainingContext.ofSeed(3)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("every one of the 1 items");
    }

    private static FactorsModel train(BprParameters parameters, TrainingData data, TrainingContext context)
            throws InterruptedException {
        return (FactorsModel) new BprTrainer(parameters).train(data, context);
    }
}
