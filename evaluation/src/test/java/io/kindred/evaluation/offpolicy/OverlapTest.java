package io.kindred.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is warned of, and what is not. */
final class OverlapTest {
    private static BanditFeedback even(int rounds, double propensity) {
        int[] actions = new int[rounds];
        double[] rewards = new double[rounds];
        double[] propensities = new double[rounds];
        Arrays.setAll(actions, i -> i % 2);
        Arrays.setAll(rewards, i -> i % 3 == 0 ? 1 : 0);
        Arrays.fill(propensities, propensity);
        return BanditFeedback.of(3, actions, rewards, propensities);
    }

    @Test
    void aPolicyNearTheLoggingOneIsNotWarnedOf() {
        Overlap overlap =
                Overlap.of(WeightedLog.of(even(600, 0.5), Policy.byPosition(new double[][] {{0.45, 0.55, 0}})));

        assertThat(overlap.warnings()).isEmpty();
        assertThat(overlap.meanWeight()).isCloseTo(1, within(1e-12));
        assertThat(overlap.effectiveSampleSize()).isCloseTo(600 / 1.01, within(1e-9));
    }

    @Test
    void choicesTheLogNeverTriedAreWarnedOf() {
        Overlap overlap =
                Overlap.of(WeightedLog.of(even(600, 0.5), Policy.byPosition(new double[][] {{0.4, 0.4, 0.2}})));

        assertThat(overlap.uncovered()).isCloseTo(0.2, within(1e-12));
        assertThat(overlap.warnings()).anyMatch(w -> w.startsWith("no support: 20.0% of the policy's choices"));
    }

    @Test
    void wrongPropensitiesShowInTheMeanOfTheWeights() {
        Overlap overlap =
                Overlap.of(WeightedLog.of(even(600, 0.25), Policy.byPosition(new double[][] {{0.45, 0.55, 0}})));

        assertThat(overlap.warnings())
                .singleElement()
                .asString()
                .startsWith("the weights have a mean of 2.000")
                .contains("the propensities are wrong");
    }

    @Test
    void aRoundWithMostOfTheWeightIsWarnedOf() {
        double[] probabilities = new double[600];
        Arrays.fill(probabilities, 0.001);
        probabilities[17] = 1;

        Overlap overlap = Overlap.of(WeightedLog.ofLogged(even(600, 0.5), probabilities));

        assertThat(overlap.warnings())
                .anyMatch(w -> w.startsWith("small effective sample: the 600 rounds are worth 2.6 (0.4%)"))
                .anyMatch(w -> w.startsWith("one round carries 62.5% of all weight (weight 2.0)"));
    }

    @Test
    void fewRewardsAreWarnedOf() {
        assertThat(Overlap.of(WeightedLog.of(even(60, 0.5), Policy.byPosition(new double[][] {{0.5, 0.5, 0}})))
                        .warnings())
                .containsExactly(
                        "small effective sample: the 60 rounds are worth 60.0",
                        "only 20 rounds that the policy could have chosen have a reward: intervals are rough");
    }
}
