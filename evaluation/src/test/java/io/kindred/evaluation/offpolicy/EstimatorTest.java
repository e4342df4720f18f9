package io.kindred.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every estimator by hand on three rounds with two actions, and what must hold on any log. */
final class EstimatorTest {
    private static final OffPolicyEvaluation EVALUATION = new OffPolicyEvaluation(Intervals.studentT());

    /**
     * Actions 0, 1, 1 with propensities 0.5, 0.5, 0.25 and rewards 1, 0, 1; the policy takes action 0 with 0.2. Weights 0.4,
     * 1.6, 3.2. Predicted rewards 0.6 and 0.3, so q = 0.6, 0.3, 0.3 and v = 0.2 * 0.6 + 0.8 * 0.3 = 0.36.
     */
    private static WeightedLog threeRounds() {
        BanditFeedback log =
                BanditFeedback.of(2, new int[] {0, 1, 1}, new double[] {1, 0, 1}, new double[] {0.5, 0.5, 0.25});
        return WeightedLog.of(log, Policy.byPosition(new double[][] {{0.2, 0.8}}), (l, i, into) -> {
            into[0] = 0.6;
            into[1] = 0.3;
        });
    }

    private static double value(Estimator estimator) {
        return EVALUATION
                .evaluate(threeRounds(), List.of(estimator))
                .estimates()
                .getFirst()
                .value();
    }

    @Test
    void valuesByHand() {
        // w r = 0.4, 0, 3.2; w (r - q) = 0.16, -0.48, 2.24; sum of w = 5.2
        assertThat(value(new Ips())).isCloseTo(3.6 / 3, within(1e-12));
        assertThat(value(new ClippedIps(2))).isCloseTo(2.4 / 3, within(1e-12));
        assertThat(value(new SelfNormalizedIps())).isCloseTo(3.6 / 5.2, within(1e-12));
        assertThat(value(new DirectMethod())).isCloseTo(0.36, within(1e-12));
        assertThat(value(new DoublyRobust())).isCloseTo(0.36 + 1.92 / 3, within(1e-12));
        assertThat(value(new SelfNormalizedDr())).isCloseTo(0.36 + 1.92 / 5.2, within(1e-12));
        assertThat(value(new SwitchDr(1.6))).isCloseTo(0.36 - 0.32 / 3, within(1e-12));
        // s = w / (w^2 + 1): 0.4 / 1.16, 1.6 / 3.56, 3.2 / 11.24
        assertThat(value(new ShrunkDr(1)))
                .isCloseTo(0.36 + (0.4 / 1.16 * 0.4 - 1.6 / 3.56 * 0.3 + 3.2 / 11.24 * 0.7) / 3, within(1e-12));
    }

    @Test
    void effectiveSampleSizeIsThatOfTheWeightsUsed() {
        List<Estimate> estimates = EVALUATION
                .evaluate(threeRounds(), List.of(new Ips(), new SwitchDr(1.6), new DirectMethod()))
                .estimates();

        assertThat(estimates.get(0).effectiveSampleSize()).isCloseTo(5.2 * 5.2 / (0.16 + 2.56 + 10.24), within(1e-12));
        assertThat(estimates.get(1).effectiveSampleSize()).isCloseTo(2.0 * 2.0 / (0.16 + 2.56), within(1e-12));
        assertThat(estimates.get(2).effectiveSampleSize()).isZero();
    }

    @Test
    void aPolicyLikeTheLoggingOneHasTheMeanOfTheLog() {
        BanditFeedback log =
                BanditFeedback.of(2, new int[] {0, 1, 0}, new double[] {1, 0, 0.5}, new double[] {0.5, 0.5, 0.5});

        OffPolicyReport report =
                EVALUATION.evaluate(WeightedLog.of(log, Policy.uniform()), List.of(new Ips(), new SelfNormalizedIps()));

        assertThat(report.loggedReward()).isEqualTo(0.5);
        assertThat(report.estimates()).allSatisfy(e -> assertThat(e.value()).isCloseTo(0.5, within(1e-12)));
        assertThat(report.overlap().effectiveSampleSize()).isCloseTo(3, within(1e-12));
    }

    @Test
    void extremesOfTheHyperParameterAreOtherEstimators() {
        assertThat(value(new ClippedIps(Double.POSITIVE_INFINITY))).isEqualTo(value(new Ips()));
        assertThat(value(new SwitchDr(Double.POSITIVE_INFINITY))).isEqualTo(value(new DoublyRobust()));
        assertThat(value(new SwitchDr(0))).isEqualTo(value(new DirectMethod()));
        assertThat(value(new ShrunkDr(Double.POSITIVE_INFINITY))).isEqualTo(value(new DoublyRobust()));
        assertThat(value(new ShrunkDr(0))).isEqualTo(value(new DirectMethod()));
        assertThat(value(new ShrunkDr(1e12))).isCloseTo(value(new DoublyRobust()), within(1e-9));
    }

    @Test
    void cutAwayWeightAndImpossibleValuesAreWarnedOf() {
        OffPolicyReport report =
                EVALUATION.evaluate(threeRounds(), List.of(new Ips(), new ClippedIps(0.5), new SwitchDr(1.6)));

        assertThat(report.estimates().get(0).warnings())
                .containsExactly("the value is outside the range of the rewards: too few rounds for these weights");
        assertThat(report.estimates().get(1).warnings())
                .containsExactly("73% of the weight is cut away: the value rests on what is left, and is too small");
        assertThat(report.estimates().get(2).warnings())
                .containsExactly("62% of the weight is cut away: the value rests on the reward model");
    }

    @Test
    void aNegativeOrUndefinedHyperParameterIsRefused() {
        assertThatThrownBy(() -> new SwitchDr(-1))
                .isInstanceOf(KindredException.class)
                .hasMessage("the threshold of switch-dr is -1.0 but must be 0 or more");
        assertThatThrownBy(() -> new ClippedIps(Double.NaN)).hasMessageContaining("clipped-ips is NaN");
        assertThatThrownBy(() -> new ShrunkDr(-0.5)).hasMessageContaining("dr-os is -0.5");
    }

    @Test
    void withoutPredictionsADoublyRobustEstimatorIsRefused() {
        BanditFeedback log = BanditFeedback.of(2, new int[] {0}, new double[] {1}, new double[] {0.5});

        assertThatThrownBy(
                        () -> EVALUATION.evaluate(WeightedLog.of(log, Policy.uniform()), List.of(new DoublyRobust())))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("dr needs predicted rewards");
    }

    @Test
    void withoutOverlapOnlyTheDirectMethodAnswersAndWarns() {
        BanditFeedback log = BanditFeedback.of(2, new int[] {0, 0}, new double[] {1, 0}, new double[] {0.5, 0.5});
        Policy other = Policy.byPosition(new double[][] {{0, 1}});
        WeightedLog weighted = WeightedLog.of(log, other, new SmoothedRates(1).fit(log));

        assertThatThrownBy(() -> EVALUATION.evaluate(weighted, List.of(new SelfNormalizedIps())))
                .isInstanceOf(KindredException.class)
                .hasMessage("snips cannot judge this policy: it never chooses any action that was logged (no overlap);"
                        + " only dm, which trusts its reward model, can");
        OffPolicyReport report = EVALUATION.evaluate(weighted, List.of(new DirectMethod()));
        assertThat(report.estimates().getFirst().value()).isEqualTo(0.5);
        assertThat(report.overlap().warnings())
                .containsExactly("no overlap: the policy never chooses any action that was logged");
    }

    @Test
    void probabilitiesOfLoggedActionsAloneGiveTheSameWeights() {
        BanditFeedback log =
                BanditFeedback.of(2, new int[] {0, 1, 1}, new double[] {1, 0, 1}, new double[] {0.5, 0.5, 0.25});

        OffPolicyReport report = EVALUATION.evaluate(
                WeightedLog.ofLogged(log, new double[] {0.2, 0.8, 0.8}), List.of(new Ips(), new SelfNormalizedIps()));

        assertThat(report.estimates().get(0).value()).isEqualTo(value(new Ips()));
        assertThat(report.estimates().get(1).value()).isEqualTo(value(new SelfNormalizedIps()));
        assertThat(report.overlap().uncovered()).isNaN();
        assertThatThrownBy(() -> WeightedLog.ofLogged(log, new double[] {0.2, 1.5, 0.8}))
                .hasMessage("round 1: the policy gives action 1 the probability 1.5; it must be between 0 and 1");
    }

    @Property(tries = 100)
    void whatHoldsOnAnyLog(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int rounds) {
        WeightedLog log = RandomLogs.weighted(seed, rounds, 5);
        List<Estimator> all = List.of(
                new SelfNormalizedIps(),
                new Ips(),
                new ClippedIps(1),
                new DoublyRobust(),
                new SwitchDr(2),
                new ShrunkDr(3));

        List<Estimate> estimates = EVALUATION.evaluate(log, all).estimates();

        // Rewards are in [0, 1]: a weighted mean stays there, clipping can only lower a sum of rewards.
        assertThat(estimates.get(0).value()).isBetween(0.0, 1.0 + 1e-12);
        assertThat(estimates.get(2).value())
                .isLessThanOrEqualTo(estimates.get(1).value() + 1e-12);
        assertThat(estimates).allSatisfy(e -> {
            assertThat(e.effectiveSampleSize()).isBetween(0.0, rounds + 1e-9);
            assertThat(e.interval().orElseThrow().low()).isLessThanOrEqualTo(e.value());
            assertThat(e.interval().orElseThrow().high()).isGreaterThanOrEqualTo(e.value());
        });
    }

    @Property(tries = 50)
    void aConstantAddedToTheRewardsMovesSelfNormalisedEstimatesByThatConstant(@ForAll long seed) {
        BanditFeedback log = RandomLogs.feedback(seed, 40, 5);
        double[] more = new double[log.rounds()];
        double[] propensities = new double[log.rounds()];
        int[] actions = new int[log.rounds()];
        for (int i = 0; i < more.length; i++) {
            more[i] = log.reward(i) + 10;
            propensities[i] = log.propensity(i);
            actions[i] = log.action(i);
        }
        BanditFeedback raised = BanditFeedback.of(5, actions, more, propensities);

        double before = new SelfNormalizedIps()
                .terms(WeightedLog.of(log, Policy.uniform()))
                .value();
        double after = new SelfNormalizedIps()
                .terms(WeightedLog.of(raised, Policy.uniform()))
                .value();

        assertThat(after - before).isCloseTo(10, within(1e-9));
    }
}
