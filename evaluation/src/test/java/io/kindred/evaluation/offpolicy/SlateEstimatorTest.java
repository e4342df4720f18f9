package io.kindred.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slate estimators by hand on two lists of two positions, and what they refuse. */
final class SlateEstimatorTest {
    private static final SlateEvaluation EVALUATION = new SlateEvaluation(Intervals.studentT());

    /** The policy puts action 0 first with 0.8 and second with 0.4. */
    private static final SlatePolicy.Marginal POLICY = SlatePolicy.independent(new double[][] {{0.8, 0.2}, {0.4, 0.6}});

    /** Lists (0, 1) with rewards 1, 0 and (1, 0) with rewards 1, 2; all propensities 0.5. Weights 1.6, 1.2 and 0.4, 0.8. */
    private static SlateFeedback log() {
        double[] half = {0.5, 0.5};
        return SlateFeedback.builder(2)
                .add(new int[] {0, 1}, new double[] {1, 0}, half)
                .add(new int[] {1, 0}, new double[] {1, 2}, half)
                .build();
    }

    private static double value(SlateEstimator estimator) {
        return EVALUATION.evaluate(log(), POLICY, List.of(estimator)).getFirst().value();
    }

    @Test
    void valuesByHand() {
        assertThat(value(new SlateIps())).isCloseTo((1.6 * 1.2 * 1 + 0.4 * 0.8 * 3) / 2, within(1e-12));
        assertThat(value(new IndependentIps())).isCloseTo((1.6 + 0.4 * 1 + 0.8 * 2) / 2, within(1e-12));
        assertThat(value(new RewardInteractionIps())).isCloseTo((1.6 + 0.4 * 1 + 0.32 * 2) / 2, within(1e-12));
    }

    @Test
    void cascadeDoublyRobustByHand() {
        // Predictions: position 0: 2 and 1; position 1: 1.5 and 0.5. v = 0.8 * 2 + 0.2 = 1.8 and 0.4 * 1.5 + 0.6 * 0.5
        // = 0.9
        SlateRewardModel model = (log, slate, position, into) -> {
            into[0] = position == 0 ? 2 : 1.5;
            into[1] = position == 0 ? 1 : 0.5;
        };
        double first = 1.6 * (1 - 2) + 1.8 + 1.92 * (0 - 0.5) + 1.6 * 0.9;
        double second = 0.4 * (1 - 1) + 1.8 + 0.32 * (2 - 1.5) + 0.4 * 0.9;

        assertThat(value(new CascadeDr(model))).isCloseTo((first + second) / 2, within(1e-12));
    }

    @Test
    void withoutPredictionsCascadeDoublyRobustIsRewardInteraction() {
        assertThat(value(new CascadeDr((log, slate, position, into) -> java.util.Arrays.fill(into, 0))))
                .isEqualTo(value(new RewardInteractionIps()));
    }

    @Test
    void cascadeRatesByHand() {
        // Position 1: mean (0 + 2) / 2 = 1; (2 + 1) / 2 = 1.5 for action 0, (0 + 1) / 2 = 0.5 for action 1, v = 0.9.
        // Position 0: targets 1.9 for both actions, so 1.9 whatever is added.
        SlateRewardModel model = new CascadeRates(1).fit(log(), POLICY);
        double[] q = new double[2];

        model.predict(log(), 0, 1, q);
        assertThat(q).containsExactly(1.5, 0.5);
        model.predict(log(), 0, 0, q);
        assertThat(q[0]).isCloseTo(1.9, within(1e-12));
        assertThat(q[1]).isCloseTo(1.9, within(1e-12));
    }

    @Test
    void effectiveSampleSizeIsThatOfWholeSlates() {
        Estimate estimate = EVALUATION
                .evaluate(log(), POLICY, List.of(new RewardInteractionIps()))
                .getFirst();

        assertThat(estimate.effectiveSampleSize())
                .isCloseTo((1.92 + 0.32) * (1.92 + 0.32) / (1.92 * 1.92 + 0.32 * 0.32), within(1e-12));
    }

    @Test
    void drawingWithoutReplacementLeavesOutWhatIsAbove() {
        SlateFeedback log = SlateFeedback.builder(3)
                .add(new int[] {2, 0}, new double[] {0, 0}, new double[] {0.5, 0.5}, null)
                .build();
        double[] p = new double[3];

        SlatePolicy.withoutReplacement(new double[] {1, 3, 4}).conditional(log, 0, 1, p);

        assertThat(p).containsExactly(0.25, 0.75, 0);
    }

    @Test
    void badSlatesAndPoliciesAreRefused() {
        double[] one = {1};
        assertThatThrownBy(() -> SlateFeedback.builder(2).add(new int[] {2}, one, one))
                .isInstanceOf(KindredException.class)
                .hasMessage("slate 0, position 0: action 2 is not one of the 2 actions (0 to 1)");
        assertThatThrownBy(() -> SlateFeedback.builder(2).add(new int[] {0}, one, new double[] {0}))
                .hasMessageContaining("the propensity is 0.0, so the logging policy could not have chosen this action");
        assertThatThrownBy(() -> SlateFeedback.builder(2).add(new int[] {0}, new double[] {Double.NaN}, one))
                .hasMessage("slate 0, position 0: the reward is NaN; rewards must be finite");
        assertThatThrownBy(() -> SlateFeedback.builder(2).add(new int[0], new double[0], new double[0]))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> SlateFeedback.builder(2).build()).hasMessageContaining("no slates");
        assertThatThrownBy(() -> EVALUATION.evaluate(
                        log(), SlatePolicy.independent(new double[][] {{1, 1}, {1, 0}}), List.of(new SlateIps())))
                .hasMessage("slate 0, position 0: the probabilities of the policy add up to 2.0, not to 1");
    }

    @Test
    void withoutOverlapOrMarginalProbabilitiesNothingIsEstimated() {
        SlatePolicy never = SlatePolicy.independent(new double[][] {{1, 0}, {1, 0}});
        assertThatThrownBy(() -> EVALUATION.evaluate(log(), never, List.of(new RewardInteractionIps())))
                .isInstanceOf(KindredException.class)
                .hasMessage(
                        "rips cannot judge this policy: it would never show any slate that was logged (no overlap)");
        assertThatThrownBy(() -> EVALUATION.evaluate(
                        log(), SlatePolicy.withoutReplacement(new double[] {1, 1}), List.of(new IndependentIps())))
                .hasMessageContaining("iips needs a policy that knows its probabilities position by position");
    }
}
