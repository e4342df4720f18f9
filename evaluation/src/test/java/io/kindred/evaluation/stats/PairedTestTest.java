package io.kindred.evaluation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PairedTestTest {
    @Test
    void tOfASmallExample() {
        double[] a = {3, 5, 4, 6};
        double[] b = {1, 4, 4, 3};

        PairedTest test = PairedTest.t(a, b).orElseThrow();

        // Differences 2, 1, 0, 3: mean 1.5, variance ((0.5)^2 * 2 + (1.5)^2 * 2) / 3 = 5/3, error sqrt(5/3/4) =
        // 0.645497;
        // t = 2.323790. With 3 degrees of freedom p = 1 - (2/pi) (atan(x) + x/(1+x^2)), x = t / sqrt(3): 0.102741.
        double t = 1.5 / Math.sqrt(5.0 / 3 / 4);
        double x = t / Math.sqrt(3);
        assertThat(test.statistic()).isCloseTo(t, within(1e-12));
        assertThat(test.p()).isCloseTo(1 - 2 / Math.PI * (Math.atan(x) + x / (1 + x * x)), within(1e-10));
        assertThat(test.pairs()).isEqualTo(4);
    }

    @Test
    void wilcoxonDropsZerosAndGivesTiesTheirMeanRank() {
        double[] a = {1, 2, 3, 4, 5, 6};
        double[] b = {1, 1, 4, 2, 2, 3};

        PairedTest test = PairedTest.wilcoxon(a, b).orElseThrow();

        // Differences 0, 1, -1, 2, 3, 3: the zero is dropped; ranks of |d| are 1.5, 1.5, 3, 4.5, 4.5. W- = 1.5, W+ =
        // 13.5.
        // n = 5: mean 7.5, variance (5 * 6 * 11 - (6 + 6) / 2) / 24 = 13.5; z = -6 / sqrt(13.5) = -1.632993;
        // p = 2 Phi(z) = 0.102470 (table of the normal distribution: Phi(-1.632993) = 0.051235).
        assertThat(test.statistic()).isEqualTo(1.5);
        assertThat(test.p()).isCloseTo(0.102470, within(1e-5));
        assertThat(test.pairs()).isEqualTo(5);
    }

    @Test
    void equalValuesShowNoDifference() {
        double[] a = {0.1, 0.2, 0.3};

        assertThat(PairedTest.t(a, a.clone()).orElseThrow().p()).isEqualTo(1);
        assertThat(PairedTest.wilcoxon(a, a.clone()).orElseThrow().p()).isEqualTo(1);
    }

    @Test
    void pairsWithANaNAreLeftOut() {
        double[] a = {3, 5, Double.NaN, 4, 6, 1};
        double[] b = {1, 4, 9, 4, 3, Double.NaN};

        assertThat(PairedTest.t(a, b)).isEqualTo(PairedTest.t(new double[] {3, 5, 4, 6}, new double[] {1, 4, 4, 3}));
    }

    @Test
    void onePairCannotBeTested() {
        assertThat(PairedTest.t(new double[] {1}, new double[] {2})).isEmpty();
        assertThat(PairedTest.wilcoxon(new double[0], new double[0])).isEmpty();
    }

    @Test
    void holmMultipliesStepwiseAndNeverFalls() {
        // In ascending order 0.01 * 4, 0.02 * 3, 0.03 * 2, 0.04 * 1; the last two may not fall below 0.06.
        double[] adjusted = PairedTest.holm(new double[] {0.04, 0.01, 0.03, 0.02});

        assertThat(adjusted).containsExactly(new double[] {0.06, 0.04, 0.06, 0.06}, within(1e-15));
    }

    @Property
    void swappingTheModelsKeepsP(@ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = 0, max = 1) Double> values) {
        double[] a = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] b = a.clone();
        for (int i = 0; i < b.length; i++) {
            b[i] = a[b.length - 1 - i];
        }

        assertThat(PairedTest.t(a, b).orElseThrow().p())
                .isCloseTo(PairedTest.t(b, a).orElseThrow().p(), within(1e-12))
                .isBetween(0.0, 1.0);
        assertThat(PairedTest.wilcoxon(a, b).orElseThrow().p())
                .isCloseTo(PairedTest.wilcoxon(b, a).orElseThrow().p(), within(1e-12))
                .isBetween(0.0, 1.0);
    }

    @Test
    void benjaminiHochbergAgreesWithSciPy() {
        double[] adjusted = PairedTest.benjaminiHochberg(new double[] {0.01, 0.04, 0.03, 0.005, 0.5, 0.2});

        // scipy.stats.false_discovery_control (SciPy 1.17): sorted p * 6 / rank, then the smallest from the right.
        assertThat(adjusted).containsExactly(new double[] {0.03, 0.06, 0.06, 0.03, 0.5, 0.24}, within(1e-12));
    }

    @Property
    void benjaminiHochbergIsNeverStricterThanHolm(
            @ForAll @Size(max = 12) List<@DoubleRange(min = 0, max = 1) Double> values) {
        double[] p = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] holm = PairedTest.holm(p);
        double[] fdr = PairedTest.benjaminiHochberg(p);

        for (int i = 0; i < p.length; i++) {
            assertThat(fdr[i]).isBetween(p[i] - 1e-12, holm[i] + 1e-12);
        }
    }
}
