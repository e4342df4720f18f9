package io.kindred.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.evaluation.metric.Exposure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExposureCurveTest {
    @Test
    void equalCountsGiveTheDiagonal() {
        ExposureCurve curve = ExposureCurve.of("@5", new int[] {3, 3, 3});

        IntStream.rangeClosed(0, 100)
                .forEach(p -> assertThat(curve.shares().get(p)).isCloseTo(p / 100.0, within(1e-6)));
    }

    @Test
    void itemsAreSortedFromTheLeastShown() {
        // Counts 0, 1, 3 and 6 of 10: the least shown quarter gets nothing, half of the items 0.1, three quarters 0.4.
        ExposureCurve curve = ExposureCurve.of("@5", new int[] {6, 0, 3, 1});

        assertThat(List.of(0, 25, 50, 75, 100))
                .extracting(p -> curve.shares().get(p))
                .containsExactly(0.0, 0.0, 0.1, 0.4, 1.0);
    }

    @Test
    void theAreaUnderItIsWhatTheGiniIndexSays() {
        int[] counts = IntStream.range(0, 100).map(i -> i * i).toArray();
        Exposure exposure = new Exposure(new int[] {1}, counts.length, List.of());
        System.arraycopy(counts, 0, exposure.shown(0), 0, counts.length);
        List<Double> shares = ExposureCurve.of("@1", counts).shares();

        double area = 0;
        for (int p = 0; p < 100; p++) {
            area += (shares.get(p) + shares.get(p + 1)) / 200;
        }

        assertThat(1 - 2 * area).isCloseTo(exposure.gini(0), within(1e-5));
    }

    @Test
    void theMeanIsTakenPointByPoint() {
        ExposureCurve mean = ExposureCurve.mean(
                List.of(ExposureCurve.of("@1", new int[] {1, 1}), ExposureCurve.of("@1", new int[] {0, 1})));

        assertThat(mean.of()).isEqualTo("@1");
        assertThat(mean.shares().get(50)).isEqualTo(0.25);
    }

    @Test
    void nothingShownHasNoCurve() {
        assertThatThrownBy(() -> ExposureCurve.of("@1", new int[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive count");
    }
}
