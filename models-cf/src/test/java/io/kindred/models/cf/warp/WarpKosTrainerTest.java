package io.kindred.models.cf.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.tck.ContractData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WarpKosTrainerTest {
    private static final TrainingData DATA = ContractData.random(5, 300, 200, 8_000);

    @Test
    void threadsDoNotChangeTheBits() throws InterruptedException {
        FactorsModel one = train(parameters(3), DATA, TrainingContext.ofSeed(3).withThreads(1));
        FactorsModel four = train(parameters(3), DATA, TrainingContext.ofSeed(3).withThreads(4));

        assertThat(four.userFactors().array()).isEqualTo(one.userFactors().array());
        assertThat(four.itemVectors().array()).isEqualTo(one.itemVectors().array());
    }

    @Test
    void lossIsTheLargerTheWorseThePositiveThatIsPushed() throws InterruptedException {
        double best = firstLoss(1);
        double middle = firstLoss(3);
        double worst = firstLoss(5);

        assertThat(best).isLessThan(middle);
        assertThat(middle).isLessThan(worst);
    }

    @Test
    void rankAboveThePositivesDrawnIsRefused() {
        assertThatThrownBy(() -> new WarpKosProvider().trainer(parameters(6)))
                .isInstanceOf(KindredException.class)
                .hasMessage("rank is 6 but must be at most positives, which is 5");
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(parameters(2), ContractData.empty(), TrainingContext.ofSeed(3)))
                .isInstanceOf(KindredException.class)
                .hasMessage("warp-kos cannot be trained: the training data have no interactions");
    }

    private static double firstLoss(int rank) throws InterruptedException {
        List<Double> losses = new ArrayList<>();
        EpochListener listener = (epoch, metrics, snapshot) -> {
            losses.add(metrics.get("loss"));
            return EpochListener.Verdict.STOP;
        };
        train(parameters(rank), DATA, TrainingContext.ofSeed(3).withListener(listener));
        return losses.getFirst();
    }

    private static WarpKosParameters parameters(int rank) {
        return new WarpKosParameters(12, 10, 0.005, 0.5, 10, 5, rank, false);
    }

    private static FactorsModel train(WarpKosParameters parameters, TrainingData data, TrainingContext context)
            throws InterruptedException {
        return (FactorsModel) new WarpKosProvider().trainer(parameters).train(data, context);
    }
}
