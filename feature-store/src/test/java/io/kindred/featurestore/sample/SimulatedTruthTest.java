package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SimulatedTruthTest {
    private static final SimulatedSample SAMPLE = SmallSample.SAMPLE;
    private static final SimulatedTruth TRUTH = SAMPLE.world().truth();

    /** Two films and one viewer with two epochs of 100 seconds from time 1000. */
    private static SimulatedTruth handmade() {
        return new SimulatedTruth(
                new ClickModel(-1, 2, 0.5, 1, 3, 2, 0.1, 0.5),
                1_000,
                100,
                new double[][] {{1, 0}, {0, 1}},
                new int[] {1, 2},
                new double[] {1, -1},
                new long[] {0, 1_150},
                new double[][][] {{{1, 0}, {0.6, 0.8}}},
                new double[] {0.25});
    }

    @Test
    void epochsAreCutAtTheEndsOfThePeriod() {
        SimulatedTruth truth = handmade();

        assertThat(truth.epochOf(0)).isZero();
        assertThat(truth.epochOf(1_099)).isZero();
        assertThat(truth.epochOf(1_100)).isEqualTo(1);
        assertThat(truth.epochOf(99_999)).isEqualTo(1);
    }

    @Test
    void probabilitiesFollowTheFormulas() {
        SimulatedTruth truth = handmade();

        // epoch 0: affinity 1, log-odds -1 + 2 + 0.5 = 1.5, 1 / (1 + e^-1.5) = 0.8175744762
        assertThat(truth.clickProbability(0, 0, 1_000)).isCloseTo(0.8175744762, within(1e-9));
        // epoch 1: affinity 0.8, log-odds -1 + 1.6 - 0.5 = 0.1, 1 / (1 + e^-0.1) = 0.5249791875; half at position 2
        assertThat(truth.clickProbability(0, 1, 1_150, 2)).isCloseTo(0.2624895938, within(1e-9));
        // 3 + 2 (0.8 - 0.5) - 0.1 + 0.25
        assertThat(truth.expectedRating(0, 1, 1_150)).isCloseTo(3.75, within(1e-12));
        // film 0 in epoch 1: affinity 0.6, log-odds -1 + 1.2 + 0.5 = 0.7, 0.6681877722
        assertThat(truth.expectedClicks(0, new int[] {0, 1}, 1_150))
                .isCloseTo(0.6681877722 + 0.2624895938, within(1e-9));
        assertThat(truth.available(1, 1_149)).isFalse();
        assertThat(truth.available(1, 1_150)).isTrue();
    }

    @Test
    void clicksAreCalibratedToTheProbabilities() {
        int bins = 8;
        double[] expected = new double[bins];
        double[] variance = new double[bins];
        int[] clicked = new int[bins];
        int[] shown = new int[bins];
        for (Impression one : SAMPLE.impressions()) {
            double p = TRUTH.clickProbability(one.user(), one.item(), one.time(), one.position());
            int bin = Math.min(bins - 1, (int) (p * 2 * bins));
            expected[bin] += p;
            variance[bin] += p * (1 - p);
            clicked[bin] += one.clicked() ? 1 : 0;
            shown[bin]++;
        }

        for (int bin = 0; bin < bins; bin++) {
            assertThat(shown[bin]).isGreaterThan(50);
            assertThat((double) clicked[bin])
                    .as("clicks in bin %d of %d impressions", bin, shown[bin])
                    .isCloseTo(expected[bin], within(4 * Math.sqrt(variance[bin])));
        }
    }

    @Test
    void attentionFallsWithThePosition() {
        assertThat(TRUTH.examination(1)).isEqualTo(1);
        assertThat(TRUTH.examination(5)).isLessThan(TRUTH.examination(2));
        assertThat(TRUTH.clickProbability(1, 1, TRUTH.start(), 1))
                .isEqualTo(TRUTH.clickProbability(1, 1, TRUTH.start()));
    }

    @Test
    void callersCannotChangeTheTruth() {
        double[] taste = TRUTH.taste(0, 0);
        taste[0] = 99;

        assertThat(TRUTH.taste(0, 0)[0]).isNotEqualTo(99);
    }
}
