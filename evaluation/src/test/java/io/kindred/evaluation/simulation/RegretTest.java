package io.kindred.evaluation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.bandit.BanditRule;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Bandits against worlds with a known optimum, over five sequences each. */
final class RegretTest {
    private static final long[] SEEDS = {1, 2, 3, 4, 5};
    private static final int ROUNDS = 5000;

    private static RegretCurve curve(String name, BernoulliWorld world, LongFunction<Agent> agent) {
        return RegretCurve.of(name, world.environment(), agent, ROUNDS, 12, SEEDS);
    }

    @Test
    void withContextsLinearBanditsLearnAndTheOthersCannot() {
        BernoulliWorld world = new BernoulliWorld(new BernoulliWorld.Settings(8, 4, -0.5, 0.5, 2, 3));

        RegretCurve random = curve("random", world, seed -> Agent.uniform());
        RegretCurve greedy =
                curve("epsilon-greedy", world, seed -> BanditAgent.counted(8, BanditRule.epsilonGreedy(0.1)));
        RegretCurve linUcb = curve("lin-ucb", world, seed -> BanditAgent.linear(8, 4, 1, BanditRule.upperBound(0.5)));
        RegretCurve linThompson = curve(
                "lin-thompson", world, seed -> BanditAgent.linear(8, 4, 1, BanditRule.posterior(0.3, 10, seed << 32)));

        for (RegretCurve learner : List.of(linUcb, linThompson)) {
            assertThat(learner.last()).as(learner.agent()).isLessThan(0.5 * greedy.last());
            assertThat(learner.growth())
                    .as("growth of the regret of %s", learner.agent())
                    .isLessThan(0.85);
        }
        assertThat(greedy.last()).isLessThan(random.last());
        assertThat(greedy.growth())
                .as("epsilon-greedy without contexts goes on erring")
                .isGreaterThan(0.9);
    }

    @Test
    void withoutContextsThompsonAndUcbBeatEpsilonGreedyAndChance() {
        BernoulliWorld world = new BernoulliWorld(new BernoulliWorld.Settings(10, 0, -1, 1, 0, 12));

        RegretCurve random = curve("random", world, seed -> Agent.uniform());
        RegretCurve greedy =
                curve("epsilon-greedy", world, seed -> BanditAgent.counted(10, BanditRule.epsilonGreedy(0.1)));
        RegretCurve thompson =
                curve("thompson", world, seed -> BanditAgent.counted(10, BanditRule.posterior(1, 10, seed << 32)));
        RegretCurve ucb = curve("ucb", world, seed -> BanditAgent.counted(10, BanditRule.upperBound(0.5)));

        for (RegretCurve learner : List.of(thompson, ucb)) {
            assertThat(learner.last()).as(learner.agent()).isLessThan(greedy.last());
            assertThat(learner.growth())
                    .as("growth of the regret of %s", learner.agent())
                    .isLessThan(0.8);
        }
        assertThat(greedy.last()).isLessThan(0.5 * random.last());
    }
}
