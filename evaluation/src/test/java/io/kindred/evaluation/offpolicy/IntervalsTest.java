package io.kindred.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.evaluation.stats.Bootstrap;
import io.kindred.evaluation.stats.Interval;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals by hand, against the bootstrap of means, and how often they hold the truth. */
final class IntervalsTest {
    private static final double[] FOUR = {1, 2, 3, 6};

    @Test
    void studentTByHand() {
        // mean 3, variance 14 / 3, standard error sqrt(14 / 12); t(0.975, 3) = 3.182446305
        Interval interval =
                Intervals.studentT().of(List.of(Terms.mean(FOUR))).getFirst().orElseThrow();

        assertThat(interval.low()).isCloseTo(3 - 3.182446305 * Math.sqrt(14.0 / 12), within(1e-6));
        assertThat(interval.high()).isCloseTo(3 + 3.182446305 * Math.sqrt(14.0 / 12), within(1e-6));
    }

    @Test
    void empiricalBernsteinByHand() {
        // sqrt(2 V ln(4 / delta) / n) + 7 R ln(4 / delta) / (3 (n - 1)); V = 14 / 3, R = 5, delta = 0.05
        double log = Math.log(80);
        double half = Math.sqrt(2 * 14.0 / 3 * log / 4) + 7 * 5 * log / 9;

        Interval interval = Intervals.empiricalBernstein()
                .of(List.of(Terms.mean(FOUR)))
                .getFirst()
                .orElseThrow();

        assertThat(interval.high()).isCloseTo(3 + half, within(1e-12));
    }

    @Test
    void theBootstrapOfAMeanIsThatOfTheStatistics() {
        Interval ours =
                Intervals.bootstrap(7).of(List.of(Terms.mean(FOUR))).getFirst().orElseThrow();
        Interval theirs = Bootstrap.ofSeed(7).mean(FOUR).orElseThrow();

        assertThat(ours.low()).isCloseTo(theirs.low(), within(1e-12));
        assertThat(ours.high()).isCloseTo(theirs.high(), within(1e-12));
    }

    @Test
    void theLinearisedErrorOfARatioIsCloseToItsBootstrap() {
        SplitMix64 random = new SplitMix64(3);
        double[] above = new double[2000];
        double[] below = new double[2000];
        for (int i = 0; i < above.length; i++) {
            below[i] = 0.5 + random.nextDouble();
            above[i] = below[i] * random.nextDouble();
        }
        Terms ratio = Terms.meanPlusRatio(new double[2000], above, below);

        Interval linear = Intervals.studentT().of(List.of(ratio)).getFirst().orElseThrow();
        Interval resampled =
                Intervals.bootstrap(1).of(List.of(ratio)).getFirst().orElseThrow();

        assertThat(linear.high() - linear.low()).isCloseTo(resampled.high() - resampled.low(), within(0.002));
        assertThat(linear.low()).isCloseTo(resampled.low(), within(0.002));
    }

    @Test
    void oneRoundHasNoInterval() {
        assertThat(Intervals.studentT()
                        .of(List.of(Terms.mean(new double[] {1})))
                        .getFirst())
                .isEmpty();
        assertThat(Intervals.bootstrap(1)
                        .of(List.of(Terms.mean(new double[] {1})))
                        .getFirst())
                .isEmpty();
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> new Intervals(Intervals.Method.STUDENT_T, 95, 1000, 0))
                .isInstanceOf(KindredException.class)
                .hasMessage("the confidence is 95.0 but must be between 0 and 1, such as 0.95");
        assertThatThrownBy(() -> new Intervals(Intervals.Method.BOOTSTRAP, 0.95, 10, 0))
                .hasMessage("a bootstrap needs at least 100 resamples, not 10");
    }
}
