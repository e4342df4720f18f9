package io.kindred.evaluation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignFlipTestTest {
    private static final double[] A = {3, 5, 4, 6, 2.5, 1};
    private static final double[] B = {1, 4, 4, 3, 3, 0.2};

    @Test
    void fewPairsAreCountedExactly() {
        PairedTest test = SignFlipTest.ofSeed(1).of(A, B).orElseThrow();

        // scipy.stats.permutation_test((a, b), mean difference, permutation_type='samples', n_resamples=inf), SciPy
        // 1.17.
        assertThat(test.p()).isEqualTo(0.125);
        assertThat(test.statistic()).isCloseTo(1.05, within(1e-12));
        assertThat(test.pairs()).isEqualTo(6);
    }

    @Test
    void allDifferencesOfOneSignReachTheSmallestP() {
        double[] a = {1, 2, 3, 4};
        double[] b = {0, 0, 0, 0};

        // Of 16 patterns only the one observed and its opposite are as far out.
        assertThat(SignFlipTest.ofSeed(1).of(a, b).orElseThrow().p()).isEqualTo(2.0 / 16);
    }

    @Test
    void drawnPatternsComeCloseToTheExactP() {
        double[] a = new double[16];
        double[] b = new double[16];
        for (int i = 0; i < 16; i++) {
            a[i] = Math.sin(i * 1.7) + 0.45;
        }
        double exact = new SignFlipTest(1 << 16, 1).of(a, b).orElseThrow().p();
        double drawn = new SignFlipTest((1 << 16) - 1, 1).of(a, b).orElseThrow().p();

        // The standard error of a share near 0.02 among 65,535 is 0.0005.
        assertThat(exact).isBetween(0.001, 0.2);
        assertThat(drawn).isNotEqualTo(exact).isCloseTo(exact, within(0.004));
    }

    @Test
    void drawsDependOnTheSeedAlone() {
        double[] a = new double[100];
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.cos(i * 2.3) + 0.1;
        }
        double[] b = new double[100];

        assertThat(SignFlipTest.ofSeed(3).of(a, b))
                .isEqualTo(SignFlipTest.ofSeed(3).of(a, b));
        assertThat(SignFlipTest.ofSeed(3).of(a, b))
                .isNotEqualTo(SignFlipTest.ofSeed(4).of(a, b));
    }

    @Test
    void pIsNeverZero() {
        double[] a = new double[400];
        java.util.Arrays.fill(a, 1);

        assertThat(SignFlipTest.ofSeed(3).of(a, new double[400]).orElseThrow().p())
                .isEqualTo(1.0 / 10_001);
    }

    @Test
    void equalModelsShowNoDifferenceAndNaNsAreLeftOut() {
        double[] a = {1, 2, Double.NaN};

        PairedTest test = SignFlipTest.ofSeed(3).of(a, a.clone()).orElseThrow();

        assertThat(test.p()).isEqualTo(1);
        assertThat(test.pairs()).isEqualTo(2);
        assertThat(SignFlipTest.ofSeed(3).of(new double[] {1}, new double[] {2}))
                .isEmpty();
    }

    @Test
    void anUnreasonableNumberOfDrawsIsRefused() {
        assertThatThrownBy(() -> new SignFlipTest(10, 1)).hasMessageContaining("from 100 to 1000000 draws, not 10");
    }
}
