package io.kindred.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.math.FloatMatrix;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reward models by hand and by their conditions of optimality, and that cross-fitting never looks at the round itself. */
final class RewardModelTest {
    /** Action 0 in rounds of context 1, 2, 3 with rewards 1, 0, 1; action 1 never. */
    private static final BanditFeedback LOG = BanditFeedback.of(
                    2, new int[] {0, 0, 0}, new double[] {1, 0, 1}, new double[] {1, 1, 1})
            .withContexts(FloatMatrix.of(new float[] {1, 2, 3}, 3, 1));

    private static double[] predict(RewardModel model, BanditFeedback log, int round) {
        double[] into = new double[log.actionCount()];
        model.predict(log, round, into);
        return into;
    }

    @Test
    void smoothedRatesByHand() {
        RewardModel model = new SmoothedRates(3).fit(LOG);

        // (2 + 3 * 2/3) / (3 + 3) and 3 * 2/3 / 3
        assertThat(predict(model, LOG, 0)).containsExactly(4.0 / 6, 2.0 / 3);
    }

    @Test
    void ridgeByHand() {
        // Residuals 1/3, -2/3, 1/3; X'X + I = [4 6; 6 15], X'y = (0, 0): nothing but the mean
        RewardModel model = new RidgeRewards(1).fit(LOG);
        assertThat(predict(model, LOG, 2)[0]).isCloseTo(2.0 / 3, within(1e-12));

        // Rewards 0, 0, 3: mean 1, residuals -1, -1, 2, X'y = (0, 3); the solution is (-18, 12) / 24
        BanditFeedback log = BanditFeedback.of(2, new int[] {0, 0, 0}, new double[] {0, 0, 3}, new double[] {1, 1, 1})
                .withContexts(FloatMatrix.of(new float[] {1, 2, 3}, 3, 1));
        RewardModel other = new RidgeRewards(1).fit(log);
        assertThat(predict(other, log, 2)[0]).isCloseTo(1 - 18.0 / 24 + 3 * 12.0 / 24, within(1e-12));
        assertThat(predict(other, log, 2)[1]).as("an action never tried").isEqualTo(1);
    }

    @Test
    void logisticMeetsItsConditionOfOptimality() {
        SplitMix64 random = new SplitMix64(5);
        int n = 400;
        float[] contexts = new float[n];
        double[] rewards = new double[n];
        double[] ones = new double[n];
        int[] actions = new int[n];
        for (int i = 0; i < n; i++) {
            contexts[i] = (float) (4 * random.nextDouble() - 2);
            rewards[i] = random.nextDouble() < 1 / (1 + Math.exp(-2 * contexts[i])) ? 1 : 0;
        }
        Arrays.fill(ones, 1);
        BanditFeedback log = BanditFeedback.of(1, actions, rewards, ones).withContexts(FloatMatrix.of(contexts, n, 1));
        double regularization = 0.5;

        RewardModel model = new LogisticRewards(regularization).fit(log);

        // sum of (y - p) x = regularization * slope, and the slope is that of the log-odds
        double gradient = 0;
        for (int i = 0; i < n; i++) {
            gradient += (rewards[i] - predict(model, log, i)[0]) * contexts[i];
        }
        double slope =
                (logOdds(predict(model, log, 1)[0]) - logOdds(predict(model, log, 0)[0])) / (contexts[1] - contexts[0]);
        assertThat(gradient).isCloseTo(regularization * slope, within(1e-3));
        assertThat(slope).isBetween(1.5, 2.5);
    }

    private static double logOdds(double p) {
        return Math.log(p / (1 - p));
    }

    @Test
    void positionsAreFeatures() {
        BanditFeedback log = BanditFeedback.of(
                        1, new int[] {0, 0, 0, 0}, new double[] {1, 0, 1, 0}, new double[] {1, 1, 1, 1})
                .withPositions(2, new int[] {0, 1, 0, 1});

        assertThat(predict(new RidgeRewards(1e-9).fit(log), log, 0)[0]).isCloseTo(1, within(1e-6));
        assertThat(predict(new RidgeRewards(1e-9).fit(log), log, 1)[0]).isCloseTo(0, within(1e-6));
        assertThat(predict(new LogisticRewards(0.01).fit(log), log, 0)[0]).isGreaterThan(0.9);
        assertThat(predict(new LogisticRewards(0.01).fit(log), log, 1)[0]).isLessThan(0.1);
    }

    @Test
    void logisticRefusesRewardsOutsideItsRange() {
        BanditFeedback log = BanditFeedback.of(1, new int[] {0, 0}, new double[] {1, 4}, new double[] {1, 1});

        assertThatThrownBy(() -> new LogisticRewards(1).fit(log))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith(
                        "round 1: the reward is 4.0, but a logistic reward model needs rewards from 0 to 1");
    }

    @Test
    void crossFittedPredictionsDoNotChangeWithTheRoundsOwnReward() {
        BanditFeedback log = RandomLogs.feedback(3, 30, 2);
        int[] actions = new int[30];
        double[] rewards = new double[30];
        double[] propensities = new double[30];
        for (int i = 0; i < 30; i++) {
            actions[i] = log.action(i);
            rewards[i] = log.reward(i);
            propensities[i] = log.propensity(i);
        }
        rewards[7] += 100;
        BanditFeedback changed = BanditFeedback.of(2, actions, rewards, propensities);
        CrossFitting cross = new CrossFitting(5, 1);

        RewardModel before = cross.fit(new SmoothedRates(1), log);
        RewardModel after = cross.fit(new SmoothedRates(1), changed);

        assertThat(predict(after, changed, 7)).containsExactly(predict(before, log, 7));
        int moved = 0;
        for (int i = 0; i < 30; i++) {
            moved += Arrays.equals(predict(after, changed, i), predict(before, log, i)) ? 0 : 1;
        }
        assertThat(moved).as("rounds predicted by a model that saw round 7").isEqualTo(24);
        assertThatThrownBy(() -> predict(before, changed, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CrossFitting(31, 1).fit(new SmoothedRates(1), log))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("the log has 30");
    }
}
