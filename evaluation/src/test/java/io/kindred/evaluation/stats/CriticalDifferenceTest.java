package io.kindred.evaluation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.evaluation.stats.CriticalDifference.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalDifferenceTest {
    private static final List<String> NAMES = List.of("C4.5", "C4.5+m", "C4.5+cf", "C4.5+m+cf");

    /** Table 6 of Demšar (2006); on the last but one data set the paper ranks 0.975 and 0.975 as 2 and 3. */
    private static final double[][] AUC = {
        {0.763, 0.768, 0.771, 0.798},
        {0.599, 0.591, 0.590, 0.569},
        {0.954, 0.971, 0.968, 0.967},
        {0.628, 0.661, 0.654, 0.657},
        {0.882, 0.888, 0.886, 0.898},
        {0.936, 0.931, 0.916, 0.931},
        {0.661, 0.668, 0.609, 0.685},
        {0.583, 0.583, 0.563, 0.625},
        {0.775, 0.838, 0.866, 0.875},
        {1.000, 1.000, 1.000, 1.000},
        {0.940, 0.962, 0.965, 0.962},
        {0.619, 0.666, 0.614, 0.669},
        {0.972, 0.981, 0.9751, 0.9749},
        {0.957, 0.978, 0.946, 0.970}
    };

    @Test
    void averageRanksAndCriticalDifferenceOfDemsarsExample() {
        CriticalDifference result = CriticalDifference.of(NAMES, AUC, false, 0.05);

        // Demšar, section 3.2.4: average ranks 3.143, 2.000, 2.893, 1.964, CD = 2.569 sqrt(4 * 5 / (6 * 14)) = 1.25, so
        // the
        // best and the worst ones (apart by 1.179) are not shown to differ.
        assertThat(result.names()).containsExactly("C4.5+m+cf", "C4.5+m", "C4.5+cf", "C4.5");
        double[] expected = {27.5 / 14, 28.0 / 14, 40.5 / 14, 44.0 / 14};
        for (int m = 0; m < 4; m++) {
            assertThat(result.averageRanks().get(m)).isCloseTo(expected[m], within(1e-12));
        }
        assertThat(result.criticalDifference()).isCloseTo(2.569 * Math.sqrt(20.0 / 84), within(5e-4));
        assertThat(result.bars()).containsExactly(new Bar(0, 3));
        assertThat(result.different(0, 3)).isFalse();
    }

    @Test
    void atTheTenPercentLevelTheWorstDiffersFromTheTwoBest() {
        CriticalDifference result = CriticalDifference.of(NAMES, AUC, false, 0.1);

        // Demšar: CD = 1.12 at 0.10; C4.5 differs from C4.5+m (1.143) and C4.5+m+cf (1.179).
        assertThat(result.criticalDifference()).isCloseTo(1.118, within(5e-4));
        assertThat(result.bars()).containsExactly(new Bar(0, 2), new Bar(2, 3));
        assertThat(result.different(3, 1)).isTrue();
    }

    @Test
    void theFriedmanTestIsCorrectedForTies() {
        CriticalDifference result = CriticalDifference.of(NAMES, AUC, false, 0.05);

        // scipy.stats.friedmanchisquare, SciPy 1.17; F = (N - 1) chi / (N (k - 1) - chi) with scipy.stats.f.sf.
        assertThat(result.friedman()).isCloseTo(10.228346456692925, within(1e-9));
        assertThat(result.friedmanP()).isCloseTo(0.016721580328441323, within(1e-9));
        assertThat(result.imanDavenport()).isCloseTo(4.1851301115241695, within(1e-9));
        assertThat(result.imanDavenportP()).isCloseTo(0.011620659515310975, within(1e-9));
    }

    @Test
    void holmComparesWithTheBest() {
        CriticalDifference result = CriticalDifference.of(NAMES, AUC, false, 0.05);

        // z = (R - 1.964) / 0.488: 0.073, 1.903, 2.415; two-sided p by scipy.stats.norm.sf; times 1, 2, 3 from the
        // largest.
        assertThat(result.holm()).hasSize(4);
        assertThat(result.holm().get(0)).isEqualTo(1);
        assertThat(result.holm().get(3)).isCloseTo(3 * 0.015719980210024593, within(1e-9));
        assertThat(result.holm().get(2)).isCloseTo(2 * 0.05703987424905553, within(1e-9));
        assertThat(result.holm().get(1)).isCloseTo(0.9416529301610358, within(1e-9));
    }

    @Test
    void criticalValuesAreThoseOfDemsarsTable() {
        double[] table = {1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164};

        // Table 5 (a), q at 0.05 for 2 to 10 classifiers.
        for (int k = 2; k <= 10; k++) {
            assertThat(StudentizedRange.critical(0.05, k) / Math.sqrt(2)).isCloseTo(table[k - 2], within(1.1e-3));
        }
        // scipy.stats.studentized_range.ppf(0.95, 10, inf) / sqrt(2), SciPy 1.17.
        assertThat(StudentizedRange.critical(0.05, 10) / Math.sqrt(2)).isCloseTo(3.163683577053373, within(1e-8));
    }

    @Test
    void dataSetsThatAllAgreeAreBeyondDoubt() {
        double[][] values = {{3, 2, 1}, {30, 20, 10}, {0.3, 0.2, 0.1}, {9, 8, 7}};

        CriticalDifference result = CriticalDifference.of(List.of("x", "y", "z"), values, false, 0.05);

        assertThat(result.averageRanks()).containsExactly(1.0, 2.0, 3.0);
        assertThat(result.friedman()).isCloseTo(8, within(1e-12));
        assertThat(result.imanDavenport()).isInfinite();
        assertThat(result.imanDavenportP()).isZero();
        assertThat(result.toMap()).doesNotContainKey("imanDavenport");
    }

    @Test
    void lowerFiguresRankFirstWhereTheyAreBetter() {
        double[][] values = {{0.9, 0.8}, {1.1, 1.0}};

        assertThat(CriticalDifference.of(List.of("x", "y"), values, true, 0.05).names())
                .containsExactly("y", "x");
    }

    @Test
    void modelsThatTieEverywhereDoNotDiffer() {
        CriticalDifference result =
                CriticalDifference.of(List.of("x", "y"), new double[][] {{1, 1}, {2, 2}}, false, 0.05);

        assertThat(result.friedman()).isZero();
        assertThat(result.friedmanP()).isEqualTo(1);
        assertThat(result.bars()).containsExactly(new Bar(0, 1));
    }

    @Test
    void aMissingFigureNamesModelAndDataSet() {
        double[][] values = {{1, 2}, {Double.NaN, 2}};

        assertThatThrownBy(() -> CriticalDifference.of(List.of("x", "y"), values, false, 0.05))
                .hasMessageContaining("'x' has no figure on data set number 1");
        assertThatThrownBy(() -> CriticalDifference.of(List.of("x"), values, false, 0.05))
                .hasMessageContaining("at least two models and two data sets, not 1 and 2");
    }
}
