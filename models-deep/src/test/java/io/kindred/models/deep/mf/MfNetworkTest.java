package io.kindred.models.deep.mf;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.TrainingData;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.tck.ContractData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MfNetworkTest {
    /** Batches of 10,000 x 6 x 64 numbers, which are split over threads. */
    private static final MfParameters LARGE = new MfParameters(64, 2, 0.01, 0.01, 10_000, 4);

    private static final TrainingData DATA = ContractData.random(3, 1_500, 1_200, 12_000);

    @Test
    void theLossFalls() throws InterruptedException {
        List<Double> losses = new ArrayList<>();
        EpochListener listener = (epoch, metrics, snapshot) -> {
            losses.add(metrics.get("loss"));
            return EpochListener.Verdict.CONTINUE;
        };
        new MfTrainer(LARGE)
                .train(DATA, TrainingContext.ofSeed(5).withListener(listener))
                .close();

        assertThat(losses.get(1)).isLessThan(losses.get(0));
    }

    @Test
    void largeBatchesGiveTheSameBitsAtAnyNumberOfThreads() throws InterruptedException {
        try (FactorsModel one = train(DATA, 1);
                FactorsModel four = train(DATA, 4)) {
            assertThat(bits(four.userFactors())).isEqualTo(bits(one.userFactors()));
            assertThat(bits(four.itemVectors())).isEqualTo(bits(one.itemVectors()));
        }
    }

    @Test
    void aUserWithoutInteractionsHasAVectorOfZeros() throws InterruptedException {
        try (FactorsModel model = train(ContractData.coldRows(), 1)) {
            assertThat(model.userFactors().row(0)).containsOnly(0f);
            assertThat(model.userFactors().row(1)).doesNotContain(0f);
        }
    }

    private static FactorsModel train(TrainingData data, int threads) throws InterruptedException {
        return (FactorsModel)
                new MfTrainer(LARGE).train(data, TrainingContext.ofSeed(5).withThreads(threads));
    }

    private static int[] bits(FloatMatrix matrix) {
        int[] bits = new int[matrix.rows() * matrix.columns()];
        for (int r = 0; r < matrix.rows(); r++) {
            float[] row = matrix.row(r);
            for (int c = 0; c < row.length; c++) {
                bits[r * row.length + c] = Float.floatToRawIntBits(row[c]);
            }
        }
        return bits;
    }
}
