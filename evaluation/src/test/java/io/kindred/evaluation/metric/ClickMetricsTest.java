package io.kindred.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import org.junit.jupiter.api.Test;

class ClickMetricsTest {
    private static final double[] P = {0.9, 0.2, 0.6, 0.6, 0.1};
    private static final boolean[] CLICKS = {true, false, true, false, false};

    @Test
    void auc() {
        // 0.9 beats three; 0.6 beats 0.2 and 0.1 and ties with 0.6: (3 + 2.5) / 6.
        assertThat(ClickMetrics.auc(P, CLICKS)).isCloseTo(5.5 / 6, within(1e-12));
    }

    @Test
    void aucOfEqualScoresIsAHalf() {
        assertThat(ClickMetrics.auc(new double[] {0.3, 0.3, 0.3}, new boolean[] {true, false, false}))
                .isEqualTo(0.5);
    }

    @Test
    void aucWithoutClicksIsNotDefined() {
        assertThat(ClickMetrics.auc(new double[] {0.3, 0.4}, new boolean[] {false, false}))
                .isNaN();
    }

    @Test
    void gaucWeighsGroupsByImpressionsAndLeavesOutThoseWithoutBothOutcomes() {
        // Group 7: 0.9 clicked, 0.2 not: 1, weight 2. Group 3: 0.6 clicked, 0.6 not: 1/2, weight 2. Group 5: no click,
        // left out.
        int[] groups = {7, 7, 3, 3, 5};

        assertThat(ClickMetrics.gauc(P, CLICKS, groups)).isCloseTo((1 * 2 + 0.5 * 2) / 4, within(1e-12));
    }

    @Test
    void logloss() {
        // -(ln 0.9 + ln 0.8 + ln 0.6 + ln 0.4 + ln 0.9) / 5.
        double expected = -(Math.log(0.9) + Math.log(0.8) + Math.log(0.6) + Math.log(0.4) + Math.log(0.9)) / 5;

        assertThat(ClickMetrics.logloss(P, CLICKS)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void loglossOfACertainMistakeIsFinite() {
        assertThat(ClickMetrics.logloss(new double[] {0}, new boolean[] {true}))
                .isCloseTo(-Math.log(1e-15), within(1e-9));
    }

    @Test
    void calibrationIsPredictedOverObserved() {
        // 2.4 clicks predicted, 2 happened.
        assertThat(ClickMetrics.calibration(P, CLICKS)).isCloseTo(1.2, within(1e-12));
        assertThat(ClickMetrics.calibration(P, new boolean[5])).isNaN();
    }

    @Test
    void calibrationErrorAveragesBinsByTheirImpressions() {
        // Two bins: [0, 0.5) has 0.2 and 0.1 with no click: |0.3 - 0|; [0.5, 1] has 0.9, 0.6, 0.6 with 2: |2.1 - 2|.
        assertThat(ClickMetrics.calibrationError(P, CLICKS, 2)).isCloseTo((0.3 + 0.1) / 5, within(1e-12));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> ClickMetrics.logloss(new double[] {0.5, 1.5}, new boolean[2]))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("impression 1 is 1.5");
        assertThatThrownBy(() -> ClickMetrics.auc(new double[] {0.5, Double.NaN}, new boolean[] {true, false}))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("impression 1");
    }
}
