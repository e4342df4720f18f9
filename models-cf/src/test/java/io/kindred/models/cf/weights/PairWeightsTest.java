package io.kindred.models.cf.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.tck.ContractData;
import org.junit.jupiter.api.Test;

final class PairWeightsTest {
    @Test
    void valuesMatterWhereTheyAreAskedForAndDiffer() {
        assertThat(PairWeights.matter("slim", true, pairs(1, 0.5f))).isTrue();
        assertThat(PairWeights.matter("slim", true, pairs(1, 0))).isTrue();
        assertThat(PairWeights.matter("slim", true, pairs(1, 1))).isFalse();
    }

    @Test
    void valuesThatAreNotAskedForMayBeAnything() {
        assertThat(PairWeights.matter("slim", false, pairs(3, -2))).isFalse();
    }

    @Test
    void aNegativeWeightIsRefusedByUserItemAndValue() {
        assertThatThrownBy(() -> PairWeights.matter("slim", true, pairs(1, -2)))
                .isInstanceOf(KindredException.class)
                .hasMessage("slim with valuesAsWeights needs values of at least 0, but user 'u1' has item 'i2' with the"
                        + " value -2.0; filter such rows out or set valuesAsWeights=false");
    }

    private static Interactions pairs(float first, float second) {
        return Interactions.builder(ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 3), TimeKind.NONE)
                .add(0, 0, first, 0)
                .add(1, 2, second, 0)
                .build();
    }
}
