package io.kindred.evaluation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.evaluation.offpolicy.CascadeDr;
import io.kindred.evaluation.offpolicy.CascadeRates;
import io.kindred.evaluation.offpolicy.IndependentIps;
import io.kindred.evaluation.offpolicy.Intervals;
import io.kindred.evaluation.offpolicy.RewardInteractionIps;
import io.kindred.evaluation.offpolicy.SlateEstimator;
import io.kindred.evaluation.offpolicy.SlateEvaluation;
import io.kindred.evaluation.offpolicy.SlateFeedback;
import io.kindred.evaluation.offpolicy.SlateIps;
import io.kindred.evaluation.offpolicy.SlatePolicy;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The expectation of slate estimators over every list that could have been logged, against the truth: unbiased exactly where
 * their assumption about users holds.
 */
final class SlateBiasTest {
    private static final int ACTIONS = 4;
    private static final int POSITIONS = 3;
    private static final double[][] LOGGING = {{0.4, 0.3, 0.2, 0.1}, {0.25, 0.25, 0.25, 0.25}, {0.1, 0.2, 0.3, 0.4}};
    private static final double[][] JUDGED = {{0.1, 0.1, 0.1, 0.7}, {0.6, 0.2, 0.1, 0.1}, {0.3, 0.3, 0.3, 0.1}};

    private static double probability(double[][] policy, int[] slate) {
        double p = 1;
        for (int l = 0; l < slate.length; l++) {
            p *= policy[l][slate[l]];
        }
        return p;
    }

    private static int[] slate(int number) {
        return new int[] {number / 16, number / 4 % 4, number % 4};
    }

    private static double truth(SlateWorld world) {
        double value = 0;
        for (int n = 0; n < 64; n++) {
            value += probability(JUDGED, slate(n)) * world.expectedClicks(slate(n));
        }
        return value;
    }

    /** Expected minus true value; rewards enter with their expectation, which is exact because estimators are linear. */
    private static double bias(SlateWorld.Behaviour behaviour, SlateEstimator estimator) {
        SlateWorld world = new SlateWorld(ACTIONS, POSITIONS, behaviour, -0.5, 8);
        double expected = 0;
        for (int n = 0; n < 64; n++) {
            int[] slate = slate(n);
            double[] rewards = new double[POSITIONS];
            double[] propensities = new double[POSITIONS];
            for (int l = 0; l < POSITIONS; l++) {
                rewards[l] = world.clickProbability(slate, l);
                propensities[l] = LOGGING[l][slate[l]];
            }
            SlateFeedback one = SlateFeedback.builder(ACTIONS)
                    .add(slate, rewards, propensities)
                    .build();
            expected += probability(LOGGING, slate) * estimator.contributions(one, SlatePolicy.independent(JUDGED))[0];
        }
        return expected - truth(world);
    }

    /** Predictions without any sense in them. */
    private static CascadeDr withRandomPredictions() {
        SplitMix64 random = new SplitMix64(4);
        double[][] table = new double[POSITIONS][ACTIONS];
        for (double[] row : table) {
            for (int a = 0; a < row.length; a++) {
                row[a] = 5 * random.nextDouble();
            }
        }
        return new CascadeDr(
                (log, slate, position, into) -> System.arraycopy(table[position], 0, into, 0, into.length));
    }

    @Test
    void weighingWholeSlatesIsUnbiasedForAnyUser() {
        for (SlateWorld.Behaviour behaviour : SlateWorld.Behaviour.values()) {
            assertThat(bias(behaviour, new SlateIps())).as(behaviour.name()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void independentIpsIsUnbiasedOnlyWherePositionsAreIndependent() {
        assertThat(bias(SlateWorld.Behaviour.INDEPENDENT, new IndependentIps())).isCloseTo(0, within(1e-12));
        assertThat(Math.abs(bias(SlateWorld.Behaviour.CASCADE, new IndependentIps())))
                .isGreaterThan(0.01);
    }

    @Test
    void rewardInteractionIpsIsUnbiasedUnderTheCascade() {
        assertThat(bias(SlateWorld.Behaviour.INDEPENDENT, new RewardInteractionIps()))
                .isCloseTo(0, within(1e-12));
        assertThat(bias(SlateWorld.Behaviour.CASCADE, new RewardInteractionIps()))
                .isCloseTo(0, within(1e-12));
        assertThat(Math.abs(bias(SlateWorld.Behaviour.WHOLE, new RewardInteractionIps())))
                .isGreaterThan(0.01);
    }

    @Test
    void cascadeDoublyRobustIsUnbiasedUnderTheCascadeWhateverItsPredictions() {
        assertThat(bias(SlateWorld.Behaviour.INDEPENDENT, withRandomPredictions()))
                .isCloseTo(0, within(1e-12));
        assertThat(bias(SlateWorld.Behaviour.CASCADE, withRandomPredictions())).isCloseTo(0, within(1e-12));
        assertThat(Math.abs(bias(SlateWorld.Behaviour.WHOLE, withRandomPredictions())))
                .isGreaterThan(0.01);
    }

    @Test
    void inSimulationSmallerWeightsAndPredictionsLowerTheErrorUnderTheCascade() {
        SlateWorld world = new SlateWorld(ACTIONS, POSITIONS, SlateWorld.Behaviour.CASCADE, -0.5, 8);
        SlatePolicy judged = SlatePolicy.independent(JUDGED);
        SlatePolicy logging = SlatePolicy.independent(LOGGING);
        double truth = truth(world);
        double[] squares = new double[3];
        for (int seed = 0; seed < 50; seed++) {
            SlateFeedback log = world.play(logging, 1000, seed);
            CascadeDr doublyRobust =
                    new CascadeDr(new CascadeRates(5).fit(world.play(logging, 1000, 1000 + seed), judged));
            var estimates = new SlateEvaluation(Intervals.studentT())
                    .evaluate(log, judged, List.of(new SlateIps(), new RewardInteractionIps(), doublyRobust));
            for (int e = 0; e < squares.length; e++) {
                double error = estimates.get(e).value() - truth;
                squares[e] += error * error;
            }
        }
        assertThat(squares[1]).as("RIPS against IPS of whole slates").isLessThan(squares[0]);
        assertThat(squares[2]).as("cascade DR against RIPS").isLessThan(squares[1]);
    }

    @Test
    void theSameSeedGivesTheSameLists() {
        SlateWorld world = new SlateWorld(ACTIONS, POSITIONS, SlateWorld.Behaviour.WHOLE, 0, 1);
        SlatePolicy policy = SlatePolicy.withoutReplacement(new double[] {1, 2, 3, 4});
        SlateFeedback first = world.play(policy, 50, 3);
        SlateFeedback second = world.play(policy, 50, 3);
        for (int s = 0; s < 50; s++) {
            assertThat(first.action(s, 2)).isEqualTo(second.action(s, 2)).isNotEqualTo(first.action(s, 0));
            assertThat(first.reward(s, 1)).isEqualTo(second.reward(s, 1));
            assertThat(first.marginalPropensity(s, 0)).isNaN();
        }
    }
}
