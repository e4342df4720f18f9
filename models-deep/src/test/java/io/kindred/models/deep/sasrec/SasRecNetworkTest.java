package io.kindred.models.deep.sasrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import io.kindred.core.data.Interactions;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.SequenceModel;
import io.kindred.core.tck.ContractData;
import io.kindred.models.deep.engine.DeepTrainer;
import io.kindred.models.deep.engine.DeviceName;
import io.kindred.models.deep.engine.Run;
import io.kindred.models.deep.engine.TrainingPlan;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SasRecNetworkTest {
    private static final SasRecParameters PARAMETERS =
            new SasRecParameters(32, 2, 4, 12, 4, 0.1, 3, 0.01, 0, 32, SasRecParameters.Loss.SAMPLED_SOFTMAX, 16);

    /** The network that was trained and the plain-Java encoder that serves it, on sequences of every length. */
    @Test
    void theEncoderComputesWhatTheEngineComputes() throws InterruptedException {
        Interactions interactions = ContractData.random(7, 80, 60, 1_000).interactions();
        TrainingContext context = TrainingContext.ofSeed(1);
        try (Run run = new Run(TrainingPlan.adam(3, 0.01), DeviceName.parse("cpu"), 1, context)) {
            SasRecNetwork network = new SasRecNetwork(PARAMETERS, interactions, run);
            try (SequenceModel model = (SequenceModel) DeepTrainer.train(run, network, "sasrec", context)) {
                for (int length = 1; length <= 20; length++) {
                    int[] sequence = new int[length];
                    Arrays.setAll(sequence, t -> (t * 7 + 3) % 60);
                    float[] java = new float[32];
                    model.encoder().encode(model.itemVectors(), sequence, java);
                    float[] engine = encode(run, network, sequence);

                    double size = 0;
                    for (float number : engine) {
                        size = Math.max(size, Math.abs(number));
                    }
                    for (int c = 0; c < 32; c++) {
                        assertThat((double) java[c]).isCloseTo(engine[c], within(1e-4 * size));
                    }
                }
            }
        }
    }

    private static float[] encode(Run run, SasRecNetwork network, int[] sequence) {
        return run.infer(step -> {
            NDArray hidden = network.encode(step, sequence);
            long last = hidden.getShape().get(1) - 1;
            return hidden.get("0, " + last + ", :").toFloatArray();
        });
    }
}
