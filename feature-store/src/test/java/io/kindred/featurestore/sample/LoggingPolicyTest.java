package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LoggingPolicyTest {
    private static final SimulatedSample SAMPLE = SmallSample.SAMPLE;
    private static final SimulatedTruth TRUTH = SAMPLE.world().truth();
    private static final LoggingPolicy POLICY = new LoggingPolicy(SAMPLE.world());

    /** What one viewer could be shown at a time: premiered and not watched before. */
    private static boolean[] candidates(int user, long time, Map<Integer, List<Interaction>> histories) {
        boolean[] candidate = new boolean[TRUTH.items()];
        for (int item = 0; item < candidate.length; item++) {
            candidate[item] = TRUTH.available(item, time);
        }
        for (Interaction watched : histories.getOrDefault(user, List.of())) {
            if (watched.time() < time) {
                candidate[watched.item()] = false;
            }
        }
        return candidate;
    }

    private static Map<Integer, List<Interaction>> histories() {
        Map<Integer, List<Interaction>> histories = new HashMap<>();
        for (Interaction one : SAMPLE.interactions()) {
            histories.computeIfAbsent(one.user(), user -> new ArrayList<>()).add(one);
        }
        return histories;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    @Test
    void loggedPropensitiesCanBeRecomputedFromTheLogAndTheTruth() {
        Map<Integer, List<Interaction>> histories = histories();
        boolean[] candidate = {};
        double[] weights = {};
        double ips = 0;
        double clicks = 0;
        List<Impression> impressions = SAMPLE.impressions();
        for (int i = 0; i < impressions.size(); i++) {
            Impression shown = impressions.get(i);
            if (shown.position() == 1) {
                candidate = candidates(shown.user(), shown.time(), histories);
                weights = POLICY.weights(shown.user(), TRUTH.epochOf(shown.time()));
            }
            if (i % 7 == 0 || shown.position() == 1) {
                double[] probabilities = POLICY.probabilities(weights, candidate);
                double sum = 0;
                for (double probability : probabilities) {
                    sum += probability;
                }
                assertThat(sum).isCloseTo(1, within(1e-9));
                assertThat(shown.propensity()).isGreaterThan(0).isLessThanOrEqualTo(1);
                assertThat(shown.propensity()).isCloseTo(probabilities[shown.item()], within(1e-10));
                assertThat(shown.candidates()).isEqualTo(count(candidate));
                // inverse propensity scoring of the policy that logged: every weight is 1
                ips += (shown.clicked() ? 1 : 0) * probabilities[shown.item()] / shown.propensity();
                clicks += shown.clicked() ? 1 : 0;
            }
            candidate[shown.item()] = false;
        }

        assertThat(clicks).isGreaterThan(500);
        assertThat(ips).isCloseTo(clicks, within(clicks * 1e-4));
    }

    @Test
    void inversePropensityScoringFindsTheValueOfTheUniformPolicy() {
        Map<Integer, List<Interaction>> histories = histories();
        double estimate = 0;
        double square = 0;
        double value = 0;
        int slates = 0;
        for (Impression shown : SAMPLE.impressions()) {
            if (shown.position() == 1) {
                double term = shown.clicked() ? 1 / (shown.propensity() * shown.candidates()) : 0;
                estimate += term;
                square += term * term;
                boolean[] candidate = candidates(shown.user(), shown.time(), histories);
                double expected = 0;
                for (int item = 0; item < candidate.length; item++) {
                    expected += candidate[item] ? TRUTH.clickProbability(shown.user(), item, shown.time()) : 0;
                }
                value += expected / shown.candidates();
                slates++;
            }
        }
        estimate /= slates;
        value /= slates;
        double error = Math.sqrt((square / slates - estimate * estimate) / slates);

        assertThat(estimate).isCloseTo(value, within(4 * error));
        // so that the test could fail
        assertThat(error).isLessThan(value / 3);
    }

    @Test
    void probabilitiesAreZeroOutsideTheCandidatesAndNeverBelowExploration() {
        boolean[] candidate = new boolean[TRUTH.items()];
        candidate[3] = true;
        candidate[8] = true;

        double[] probabilities = POLICY.probabilities(POLICY.weights(0, 0), candidate);

        assertThat(probabilities[0]).isZero();
        assertThat(probabilities[3] + probabilities[8]).isCloseTo(1, within(1e-12));
        assertThat(Math.min(probabilities[3], probabilities[8])).isGreaterThanOrEqualTo(0.05);
    }

    @Test
    void policyKnowsTheTasteOfTheEpochBefore() {
        assertThat(POLICY.weights(5, 1)).isEqualTo(POLICY.weights(5, 0));
        assertThat(POLICY.weights(5, 2)).isNotEqualTo(POLICY.weights(5, 1));
    }
}
