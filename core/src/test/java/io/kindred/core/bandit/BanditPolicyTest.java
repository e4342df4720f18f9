package io.kindred.core.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.model.ServesPropensities.Choice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Choices and their probabilities. */
final class BanditPolicyTest {
    private static final float[] NOTHING = new float[0];
    /** Means 0.25, 0.75 and 0.5. */
    private static final CountedArms ARMS = new CountedArms(new double[] {2, 2, 2}, new double[] {0, 2, 1}, 1, 1);

    @Test
    void propensitiesOfEpsilonGreedyByHand() {
        BanditPolicy policy = new BanditPolicy(ARMS, BanditRule.epsilonGreedy(0.3));
        double[] p = new double[3];
        policy.probabilities(NOTHING, p);
        assertThat(p[0]).isCloseTo(0.1, within(1e-12));
        assertThat(p[1]).isCloseTo(0.8, within(1e-12));

        for (int seed = 0; seed < 200; seed++) {
            Choice choice = policy.choose(NOTHING, new int[] {0, 1, 2}, 3, seed);
            boolean best = choice.items()[0] == 1;
            assertThat(choice.propensities()[0]).isCloseTo(best ? 0.8 : 0.1, within(1e-12));
            int expected = best ? 2 : 1;
            assertThat(choice.propensities()[1])
                    .isCloseTo(choice.items()[1] == expected ? 0.7 + 0.15 : 0.15, within(1e-12));
            assertThat(choice.propensities()[2]).isEqualTo(1);
            assertThat(choice.scores()[0]).isEqualTo(new float[] {0.25f, 0.75f, 0.5f}[choice.items()[0]]);
        }
    }

    @Test
    void listsComeAsOftenAsTheProductOfTheirPropensitiesSays() {
        BanditPolicy policy = new BanditPolicy(ARMS, new BanditRule(BanditRule.Exploration.POSTERIOR, 1, 0.1, 50, 3));
        Map<String, Integer> times = new HashMap<>();
        Map<String, Double> probability = new HashMap<>();
        int n = 20_000;
        for (int seed = 0; seed < n; seed++) {
            Choice choice = policy.choose(NOTHING, new int[] {0, 1, 2}, 2, seed);
            String list = Arrays.toString(choice.items());
            times.merge(list, 1, Integer::sum);
            probability.put(list, choice.propensities()[0] * choice.propensities()[1]);
        }
        assertThat(probability.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
        times.forEach((list, count) -> {
            double p = probability.get(list);
            assertThat((double) count / n).as(list).isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / n)));
        });
    }

    @Test
    void thompsonChoosesAnArmAsOftenAsItIsTheBest() {
        // Beta(3, 1) against Beta(2, 2): P(first is larger) = 1 - integral of 6x(1-x) x^3 dx = 1 - 6 (1/5 - 1/6)
        CountedArms arms = new CountedArms(new double[] {2, 2}, new double[] {2, 1}, 1, 1);
        double[] p = new double[2];

        new BanditPolicy(arms, BanditRule.posterior(1, 10_000, 17)).probabilities(NOTHING, p);

        assertThat(p[0]).isCloseTo(0.8, within(4 * Math.sqrt(0.16 / 10_000)));
        assertThat(p[0] + p[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void onlyCandidatesAreChosenAndEqualArmsByIndex() {
        BanditPolicy policy = new BanditPolicy(CountedArms.fresh(5), BanditRule.upperBound(1));

        assertThat(policy.choose(NOTHING, new int[] {4, 2, 3}, 2, 1).items()).containsExactly(2, 3);
        assertThat(policy.choose(NOTHING, new int[] {4, 2, 3}, 9, 1).items()).containsExactly(2, 3, 4);
        assertThat(policy.choose(NOTHING, new int[0], 2, 1).items()).isEmpty();
    }
}
