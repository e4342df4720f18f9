package io.kindred.evaluation.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TradeOffsTest {
    @Test
    void theFrontHasThePointsThatNoOtherOneBeats() {
        double[] x = {1, 2, 3, 2, 0};
        double[] y = {5, 4, 1, 3, 5};

        assertThat(TradeOffs.front(x, y)).containsExactly(true, true, true, false, false);
    }

    @Test
    void equalPointsAreBothOnTheFront() {
        assertThat(TradeOffs.front(new double[] {1, 1}, new double[] {1, 1})).containsExactly(true, true);
    }
}
