package io.kindred.evaluation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EffectSizeTest {
    private static final double[] A = {3, 5, 4, 6, 2.5, 1};
    private static final double[] B = {1, 4, 4, 3, 3, 0.2};

    @Test
    void sizesOfASmallExample() {
        EffectSize size = EffectSize.of(A, B).orElseThrow();

        // Differences 2, 1, 0, 3, -0.5, 0.8. NumPy: mean / std(ddof=1) = 0.816188; with the gamma function of Python's
        // math
        // module 0.686209. Ranks of |d| without the zero: 4, 3, 5, 1, 2; (14 - 1) / 15. Larger: 4 of 6, equal: 1.
        assertThat(size.dz()).isCloseTo(0.8161881780532954, within(1e-12));
        assertThat(size.hedges()).isCloseTo(0.6862091353374824, within(1e-12));
        assertThat(size.rankBiserial()).isCloseTo(13.0 / 15, within(1e-12));
        assertThat(size.commonLanguage()).isCloseTo(0.75, within(1e-12));
        assertThat(size.pairs()).isEqualTo(6);
    }

    @Test
    void theOtherWayRoundTheSignsTurn() {
        EffectSize size = EffectSize.of(B, A).orElseThrow();

        assertThat(size.dz()).isCloseTo(-0.8161881780532954, within(1e-12));
        assertThat(size.rankBiserial()).isCloseTo(-13.0 / 15, within(1e-12));
        assertThat(size.commonLanguage()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void equalModelsHaveNoEffect() {
        assertThat(EffectSize.of(A, A.clone())).contains(new EffectSize(0, 0, 0, 0.5, 6));
    }

    @Test
    void aConstantDifferenceHasNoFiniteSizeAndIsLeftOutOfTheDocument() {
        EffectSize size =
                EffectSize.of(new double[] {2, 3, 4}, new double[] {1, 2, 3}).orElseThrow();

        assertThat(size.dz()).isInfinite();
        assertThat(size.toMap()).containsOnlyKeys("rankBiserial", "commonLanguage");
    }

    @Test
    void twoPairsAreTooFewForACorrectionButHaveASize() {
        EffectSize size =
                EffectSize.of(new double[] {2, 4}, new double[] {1, 1}).orElseThrow();

        // Differences 1 and 3: mean 2, deviation sqrt(2).
        assertThat(size.dz()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(EffectSize.of(new double[] {1}, new double[] {2})).isEmpty();
    }
}
