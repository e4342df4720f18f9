package io.kindred.models.cf.pairwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.tck.ContractData;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PairWeightsTest {
    @Test
    void weightsAreValuesInUnitsOfTheirMean() {
        assertThat(PairWeights.of("bpr", row(1, 2, 3, 2))).containsExactly(0.5f, 1f, 1.5f, 1f);
    }

    @Test
    void largeWeightsAreCut() {
        float[] values = new float[20];
        values[3] = 7;

        assertThat(PairWeights.of("bpr", row(values))[3]).isEqualTo(10f);
    }

    @Test
    void equalValuesAreNoWeights() {
        assertThat(PairWeights.of("bpr", row(1, 1, 1))).isNull();
    }

    @Test
    void negativeWeightsAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> PairWeights.of("bpr", row(1, -2, 1)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("user 'u0' has item 'i1' with the value -2.0");
    }

    @Test
    void zerosAloneAreRefused() {
        assertThatThrownBy(() -> PairWeights.of("warp", row(0, 0)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("all of them are 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpr", "warp"})
    void itemThatCountsMoreRanksHigher(String name) throws InterruptedException {
        // All users had i0 and i1, and of these i1 with nine times the weight; nobody had i2 and i3.
        Interactions.Builder builder =
                Interactions.builder(ContractData.vocabulary("u", 50), ContractData.vocabulary("i", 4), TimeKind.NONE);
        for (int u = 0; u < 50; u++) {
            builder.add(u, 0, 1f, 0).add(u, 1, 9f, 0);
        }
        FactorsModel model = (FactorsModel) ModelCatalog.load()
                .trainer(name, Map.of("factors", 2, "epochs", 20, "valuesAsWeights", true))
                .train(TrainingData.of(builder.build()), TrainingContext.ofSeed(1));

        float[] scores = new float[4];
        model.scoreAll(7, scores);
        assertThat(scores[1]).isGreaterThan(scores[0]);
        assertThat(scores[0]).isGreaterThan(Math.max(scores[2], scores[3]));
    }

    private static Interactions row(float... values) {
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", 1), ContractData.vocabulary("i", values.length), TimeKind.NONE);
        for (int i = 0; i < values.length; i++) {
            builder.add(0, i, values[i], 0);
        }
        return builder.build();
    }
}
