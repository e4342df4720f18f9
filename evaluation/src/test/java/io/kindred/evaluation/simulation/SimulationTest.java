package io.kindred.evaluation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The environment's contract, and that a run's log and regret are what happened. */
final class SimulationTest {
    private static final BernoulliWorld WORLD = new BernoulliWorld(new BernoulliWorld.Settings(4, 3, -0.5, 1, 1, 2));

    @Test
    void theSameSeedAndActionsGiveTheSameSequence() {
        Environment one = WORLD.environment();
        Environment two = WORLD.environment();
        assertThat(one.reset(7)).containsExactly(two.reset(7));
        for (int t = 0; t < 50; t++) {
            Environment.Step a = one.step(t % 4);
            Environment.Step b = two.step(t % 4);
            assertThat(a.reward()).isEqualTo(b.reward());
            assertThat(a.next()).containsExactly(b.next());
        }
    }

    @Test
    void whomAnAgentMeetsDoesNotDependOnItsChoices() {
        Environment one = WORLD.environment();
        Environment two = WORLD.environment();
        one.reset(7);
        two.reset(7);
        assertThat(one.step(0).next()).containsExactly(two.step(3).next());
    }

    @Test
    void theBestActionHasNoRegret() {
        Environment environment = WORLD.environment();
        environment.reset(1);
        for (int t = 0; t < 20; t++) {
            double[] expected = new double[4];
            Arrays.setAll(expected, environment::expectedReward);
            double optimum = Arrays.stream(expected).max().orElseThrow();
            int action = t % 4;
            assertThat(environment.optimum()).isEqualTo(optimum);
            assertThat(environment.step(action).regret()).isCloseTo(optimum - expected[action], within(1e-15));
        }
    }

    @Test
    void rewardsComeAsOftenAsTheWorldSays() {
        BernoulliWorld plain = new BernoulliWorld(new BernoulliWorld.Settings(2, 0, 0.3, 1, 0, 5));
        Environment environment = plain.environment();
        environment.reset(3);
        double sum = 0;
        for (int t = 0; t < 20_000; t++) {
            sum += environment.step(1).reward();
        }
        // four standard errors of at most 0.5 / sqrt(20,000)
        assertThat(sum / 20_000).isCloseTo(plain.clickProbability(new float[0], 1), within(0.0142));
    }

    @Test
    void aRunLogsItsPropensitiesAndAddsUpItsRegret() {
        Agent agent = (context, into) -> {
            Arrays.fill(into, 0);
            into[0] = 0.25;
            into[2] = 0.75;
        };

        Simulation.Run run = Simulation.play(WORLD.environment(), agent, 500, 11);

        int second = 0;
        for (int t = 0; t < 500; t++) {
            assertThat(run.log().action(t)).isIn(0, 2);
            assertThat(run.log().propensity(t)).isEqualTo(run.log().action(t) == 0 ? 0.25 : 0.75);
            second += run.log().action(t) == 2 ? 1 : 0;
            assertThat(run.regret()[t]).isGreaterThanOrEqualTo(t == 0 ? 0 : run.regret()[t - 1]);
        }
        assertThat(second).isBetween(335, 415);
        assertThat(run.log().contextSize()).isEqualTo(3);
    }

    @Test
    void theValueOfAnAgentIsItsExpectedReward() {
        BernoulliWorld plain = new BernoulliWorld(new BernoulliWorld.Settings(2, 0, 0.3, 1, 0, 5));
        double a = plain.clickProbability(new float[0], 0);
        double b = plain.clickProbability(new float[0], 1);

        assertThat(plain.valueOf(Agent.uniform(), 10, 1)).isCloseTo((a + b) / 2, within(1e-12));
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> WORLD.environment().step(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Simulation.play(WORLD.environment(), (c, into) -> Arrays.fill(into, 0.1), 5, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("add up to");
        assertThatThrownBy(() -> new BernoulliWorld.Settings(1, 0, 0, 1, 1, 1))
                .isInstanceOf(KindredException.class)
                .hasMessage("a world needs at least 2 actions, not 1");
        assertThatThrownBy(() -> RegretCurve.of("x", WORLD.environment(), s -> Agent.uniform(), 10, 20, new long[] {1}))
                .isInstanceOf(KindredException.class);
    }

    @Test
    void theRegretOfAUniformAgentGrowsWithTheRounds() {
        RegretCurve curve =
                RegretCurve.of("uniform", WORLD.environment(), seed -> Agent.uniform(), 4000, 8, new long[] {1, 2, 3});

        assertThat(curve.rounds()).containsExactly(500, 1000, 1500, 2000, 2500, 3000, 3500, 4000);
        assertThat(curve.growth()).isCloseTo(1, within(0.05));
        for (int p = 0; p < 8; p++) {
            assertThat(curve.mean()[p]).isBetween(curve.low()[p], curve.high()[p]);
        }
    }
}
