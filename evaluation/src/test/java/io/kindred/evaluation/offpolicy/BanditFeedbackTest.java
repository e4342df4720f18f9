package io.kindred.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.math.FloatMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a log refuses, and that its parts stay together. */
final class BanditFeedbackTest {
    private static final BanditFeedback LOG =
            BanditFeedback.of(3, new int[] {0, 2, 1}, new double[] {1, 0, 0.5}, new double[] {0.5, 0.25, 1});

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|1|0|round 1: the propensity is 0.0, so the logging policy could not have chosen this action; it must be above 0 and at most 1",
                "0|1|1.01|round 1: the propensity is 1.01; it must be above 0 and at most 1",
                "0|1|-0.1|round 1: the propensity is -0.1; it must be above 0 and at most 1",
                "0|1|NaN|round 1: the propensity is NaN; it must be above 0 and at most 1",
                "3|1|0.5|round 1: action 3 is not one of the 3 actions (0 to 2)",
                "-1|1|0.5|round 1: action -1 is not one of the 3 actions (0 to 2)",
                "0|NaN|0.5|round 1: the reward is NaN; rewards must be finite",
                "0|Infinity|0.5|round 1: the reward is Infinity; rewards must be finite",
            })
    void aBadRoundIsRefusedByName(int action, double reward, double propensity, String message) {
        assertThatThrownBy(() -> BanditFeedback.of(
                        3, new int[] {0, action}, new double[] {0, reward}, new double[] {0.5, propensity}))
                .isInstanceOf(KindredException.class)
                .hasMessage(message);
    }

    @Test
    void anEmptyLogAndColumnsOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> BanditFeedback.of(3, new int[0], new double[0], new double[0]))
                .hasMessage("the log has no rounds: there is nothing to estimate from");
        assertThatThrownBy(() -> BanditFeedback.of(3, new int[2], new double[1], new double[2]))
                .hasMessageContaining("2 actions, 1 rewards and 2 propensities");
        assertThatThrownBy(() -> LOG.withPositions(2, new int[] {0, 1}))
                .hasMessage("the log has 3 rounds but 2 positions");
    }

    @Test
    void badPositionsContextsAndChoicesAreRefused() {
        assertThatThrownBy(() -> LOG.withPositions(2, new int[] {0, 2, 1}))
                .hasMessage("round 1: position 2 is not one of the 2 positions (0 to 1)");
        assertThatThrownBy(() -> LOG.withContexts(FloatMatrix.of(new float[] {1, Float.NaN, 2}, 3, 1)))
                .hasMessage("round 1: number 0 of the context is NaN; contexts must be finite");
        assertThatThrownBy(() -> LOG.withAvailable(new int[][] {null, {0, 1}, null}))
                .hasMessage("round 1: action 2 was logged but is not among the actions available in that round");
        assertThatThrownBy(() -> LOG.withAvailable(new int[][] {null, {2, 7}, null}))
                .hasMessage("round 1: available action 7 is not one of the 3 actions (0 to 2)");
    }

    @Test
    void selectedRoundsKeepAllTheirColumns() {
        BanditFeedback log = LOG.withPositions(2, new int[] {0, 1, 0})
                .withContexts(FloatMatrix.of(new float[] {1, 2, 3}, 3, 1))
                .withAvailable(new int[][] {null, {2, 0}, null});

        BanditFeedback selected = log.select(new int[] {1, 1, 0});

        float[] context = new float[1];
        selected.copyContext(0, context);
        assertThat(selected.rounds()).isEqualTo(3);
        assertThat(selected.action(1)).isEqualTo(2);
        assertThat(selected.propensity(0)).isEqualTo(0.25);
        assertThat(selected.position(0)).isEqualTo(1);
        assertThat(context).containsExactly(2);
        assertThat(selected.isAvailable(0, 1)).isFalse();
        assertThat(selected.isAvailable(2, 1)).isTrue();
    }

    @Test
    void changingTheGivenArraysChangesNothing() {
        int[] actions = {0, 1};
        BanditFeedback log = BanditFeedback.of(2, actions, new double[] {0, 1}, new double[] {0.5, 0.5});

        Arrays.fill(actions, 9);

        assertThat(log.action(1)).isEqualTo(1);
    }

    @Test
    void aPolicyThatBreaksTheRulesIsRefused() {
        BanditFeedback log = LOG.withAvailable(new int[][] {{0, 1}, null, null});

        assertThatThrownBy(() -> WeightedLog.of(log, Policy.byPosition(new double[][] {{0.25, 0.25, 0.5}})))
                .hasMessage(
                        "round 0: the policy gives action 2 the probability 0.5 although it is not available in that round");
        assertThatThrownBy(() -> WeightedLog.of(LOG, Policy.byPosition(new double[][] {{0.5, 0.2, 0.2}})))
                .hasMessageStartingWith("round 0: the probabilities of the policy add up to 0.");
        assertThatThrownBy(() -> WeightedLog.of(LOG, Policy.byPosition(new double[][] {{1.5, -0.5, 0}})))
                .hasMessage("round 0: the policy gives action 1 the probability -0.5; it must be between 0 and 1");
    }

    @Test
    void readyMadePoliciesKeepToTheAvailableActions() {
        BanditFeedback log = LOG.withAvailable(new int[][] {{0, 1}, null, null});
        RewardModel model = (l, i, into) -> {
            into[0] = 0.1;
            into[1] = 0.3;
            into[2] = 0.9;
        };
        double[] p = new double[3];

        Policy.uniform().probabilities(log, 0, p);
        assertThat(p).containsExactly(0.5, 0.5, 0);
        Policy.epsilonGreedy(model, 0.2).probabilities(log, 0, p);
        assertThat(p).containsExactly(new double[] {0.1, 0.9, 0}, org.assertj.core.data.Offset.offset(1e-12));
        Policy.power(model, 2).probabilities(log, 0, p);
        assertThat(p).containsExactly(new double[] {0.1, 0.9, 0}, org.assertj.core.data.Offset.offset(1e-12));
        Policy.softmax(model, 0.2).probabilities(log, 0, p);
        double e = Math.exp(-1);
        assertThat(p)
                .containsExactly(
                        new double[] {e / (1 + e), 1 / (1 + e), 0}, org.assertj.core.data.Offset.offset(1e-12));
        Policy.power((l, i, into) -> Arrays.fill(into, -1), 2).probabilities(log, 1, p);
        assertThat(p)
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, org.assertj.core.data.Offset.offset(1e-12));
    }
}
