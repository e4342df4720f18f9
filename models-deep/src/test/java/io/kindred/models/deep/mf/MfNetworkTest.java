package io.kindred.models.deep.mf;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.Interactions;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.tck.ContractData;
import io.kindred.models.deep.engine.DeviceName;
import org.junit.jupiter.api.Test;

class MfNetworkTest {
    private static final DeviceName CPU = DeviceName.parse("cpu");
    /** Batches of 10,000 x 6 x 64 numbers, which are split over threads. */
    private static final MfParameters LARGE = new MfParameters(64, 1, 0.01, 0.01, 10_000, 4);

    @Test
    void theLossFalls() throws InterruptedException {
        try (MfNetwork network = network(LARGE, 2)) {
            double first = network.epoch(new Cancellation());
            double second = network.epoch(new Cancellation());

            assertThat(second).isLessThan(first);
        }
    }

    @Test
    void largeBatchesGiveTheSameBitsAtAnyNumberOfThreads() throws InterruptedException {
        try (MfNetwork one = network(LARGE, 1)) {
            one.epoch(new Cancellation());
            try (MfNetwork four = network(LARGE, 4)) {
                four.epoch(new Cancellation());

                assertThat(bits(four.userFactors())).isEqualTo(bits(one.userFactors()));
                assertThat(bits(four.itemFactors())).isEqualTo(bits(one.itemFactors()));
            }
        }
    }

    @Test
    void anEpochLeavesNothingBehindInTheEngine() throws InterruptedException {
        try (MfNetwork network = network(LARGE, 2)) {
            network.epoch(new Cancellation());
            int before = network.manager().getManagedArrays().size();
            network.epoch(new Cancellation());

            assertThat(network.manager().getManagedArrays()).hasSize(before);
        }
    }

    @Test
    void aClosedNetworkHoldsNothing() throws InterruptedException {
        MfNetwork network = network(LARGE, 2);
        network.epoch(new Cancellation());
        network.close();

        assertThat(network.manager().isOpen()).isFalse();
        assertThat(network.manager().getManagedArrays()).isEmpty();
    }

    @Test
    void aUserWithoutInteractionsHasAVectorOfZeros() throws InterruptedException {
        Interactions interactions = ContractData.coldRows().interactions().distinct();
        try (MfNetwork network = new MfNetwork(LARGE, interactions, CPU, TrainingContext.ofSeed(1))) {
            network.epoch(new Cancellation());

            assertThat(network.userFactors().row(0)).containsOnly(0f);
            assertThat(network.userFactors().row(1)).doesNotContain(0f);
        }
    }

    private static MfNetwork network(MfParameters parameters, int threads) {
        Interactions interactions =
                ContractData.random(3, 1_500, 1_200, 12_000).interactions().distinct();
        return new MfNetwork(
                parameters, interactions, CPU, TrainingContext.ofSeed(5).withThreads(threads));
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
