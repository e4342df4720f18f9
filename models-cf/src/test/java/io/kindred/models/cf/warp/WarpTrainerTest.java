package io.kindred.models.cf.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.tck.ContractData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WarpTrainerTest {
    private static final WarpParameters PARAMETERS = new WarpParameters(12, 10, 0.02, 0.01, 10, false);
    /** Large enough to be cut into several blocks. */
    private static final TrainingData BLOCKS = ContractData.random(5, 300, 200, 8_000);

    @Test
    void weightIsTheHarmonicNumberOfTheRankThatADrawSuggests() {
        // 9 items: ranks 8, 4, 2, 2, and 1 at least
        float[] weights = RankStep.weights(9, 10);

        assertThat(weights[0]).isCloseTo(761f / 280, within(1e-6f));
        assertThat(weights[1]).isCloseTo(25f / 12, within(1e-6f));
        assertThat(weights[2]).isEqualTo(1.5f);
        assertThat(weights[3]).isEqualTo(1.5f);
        assertThat(weights[4]).isEqualTo(1f);
        assertThat(weights[9]).isEqualTo(1f);
    }

    @Test
    void threadsDoNotChangeTheBits() throws InterruptedException {
        FactorsModel one = train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3).withThreads(1));
        FactorsModel four = train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3).withThreads(4));

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

        train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3).withListener(listener));

        assertThat(losses).hasSize(10);
        assertThat(losses.getLast()).isLessThan(losses.getFirst());
    }

    @Test
    void stepsThatGrowWithoutBoundsAreReportedWithTheWayOut() {
        WarpParameters wild = new WarpParameters(12, 200, 1, 0, 50, false);

        assertThatThrownBy(() -> train(wild, BLOCKS, TrainingContext.ofSeed(3)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("warp diverged in epoch")
                .hasMessageContaining("learningRate");
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(PARAMETERS, ContractData.empty(), TrainingContext.ofSeed(3)))
                .isInstanceOf(KindredException.class)
                .hasMessage("warp cannot be trained: the training data have no interactions");
    }

    private static FactorsModel train(WarpParameters parameters, TrainingData data, TrainingContext context)
            throws InterruptedException {
        return (FactorsModel) new WarpTrainer(parameters).train(data, context);
    }
}
