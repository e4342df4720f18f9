package io.kindred.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SLOPE takes the narrowest interval that is still compatible with all wider ones. */
final class SlopeTest {
    private static final Slope SLOPE = new Slope(Intervals.studentT());

    /** 200 rounds of which every tenth has a large weight; the reward model is wrong by {@code bias}. */
    private static WeightedLog log(double bias) {
        int n = 200;
        int[] actions = new int[n];
        double[] rewards = new double[n];
        double[] propensities = new double[n];
        for (int i = 0; i < n; i++) {
            actions[i] = i % 10 == 0 ? 1 : 0;
            propensities[i] = i % 10 == 0 ? 0.1 : 0.9;
            rewards[i] = (i / 10) % 2;
        }
        BanditFeedback log = BanditFeedback.of(2, actions, rewards, propensities);
        return WeightedLog.of(log, Policy.byPosition(new double[][] {{0.1, 0.9}}), (l, i, into) -> {
            into[0] = 0.5 + bias;
            into[1] = 0.5 + bias;
        });
    }

    @Test
    void aGoodRewardModelIsTrusted() {
        Slope.Choice choice = SLOPE.choose(log(0), new double[] {0, 1, 100}, SwitchDr::new);

        assertThat(choice.chosen()).isEqualTo(new SwitchDr(0));
        assertThat(choice.steps()).allMatch(Slope.Step::compatible);
    }

    @Test
    void aBadRewardModelIsNotTrusted() {
        Slope.Choice choice = SLOPE.choose(log(5), new double[] {0, 1, 100}, SwitchDr::new);

        assertThat(choice.chosen()).isEqualTo(new SwitchDr(100));
        assertThat(choice.steps().getLast().compatible()).isFalse();
    }

    @Test
    void theOrderOfTheCandidatesDoesNotMatter() {
        assertThat(SLOPE.choose(log(5), new double[] {100, 0, 1}, SwitchDr::new))
                .isEqualTo(SLOPE.choose(log(5), new double[] {0, 1, 100}, SwitchDr::new));
    }

    @Test
    void withoutCandidatesThereIsNoChoice() {
        assertThatThrownBy(() -> SLOPE.choose(log(0), List.of()))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("at least one candidate");
    }
}
