package io.kindred.evaluation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.evaluation.offpolicy.BanditFeedback;
import io.kindred.evaluation.offpolicy.CrossFitting;
import io.kindred.evaluation.offpolicy.DirectMethod;
import io.kindred.evaluation.offpolicy.DoublyRobust;
import io.kindred.evaluation.offpolicy.Estimate;
import io.kindred.evaluation.offpolicy.Estimator;
import io.kindred.evaluation.offpolicy.Intervals;
import io.kindred.evaluation.offpolicy.Ips;
import io.kindred.evaluation.offpolicy.OffPolicyEvaluation;
import io.kindred.evaluation.offpolicy.Policy;
import io.kindred.evaluation.offpolicy.RewardLearner;
import io.kindred.evaluation.offpolicy.RidgeRewards;
import io.kindred.evaluation.offpolicy.SmoothedRates;
import io.kindred.evaluation.offpolicy.WeightedLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors of estimators over 50 simulated logs of a world whose truth is known. */
final class OffPolicyErrorTest {
    private static final int SEEDS = 50;
    private static final int ROUNDS = 2000;
    private static final BernoulliWorld WORLD =
            new BernoulliWorld(new BernoulliWorld.Settings(10, 5, -0.5, 0.7, 2, 20));

    /** Prefers what is clicked least, so that it differs from the judged agent. */
    private static final Agent LOGGING = preferring(-0.7);

    private static final Agent JUDGED = preferring(2);

    /** A softmax over true click probabilities; {@code taste} below 0 prefers what is clicked least. */
    private static Agent preferring(double taste) {
        return (context, into) -> {
            double total = 0;
            for (int a = 0; a < into.length; a++) {
                into[a] = Math.exp(taste * WORLD.clickProbability(context, a));
                total += into[a];
            }
            for (int a = 0; a < into.length; a++) {
                into[a] /= total;
            }
        };
    }

    private static Policy policyOf(Agent agent) {
        return (log, round, into) -> {
            float[] context = new float[log.contextSize()];
            log.copyContext(round, context);
            agent.probabilities(context, into);
        };
    }

    /** Root mean squared error of IPS, DM and DR, in this order, and how often their 95% intervals held the truth. */
    private static double[][] errors(RewardLearner learner) {
        double truth = WORLD.valueOf(JUDGED, 400_000, 99);
        List<Estimator> estimators = List.of(new Ips(), new DirectMethod(), new DoublyRobust());
        double[] squares = new double[3];
        double[] held = new double[3];
        for (int seed = 0; seed < SEEDS; seed++) {
            BanditFeedback log =
                    Simulation.play(WORLD.environment(), LOGGING, ROUNDS, seed).log();
            WeightedLog weighted = WeightedLog.of(log, policyOf(JUDGED), new CrossFitting(3, seed).fit(learner, log));
            List<Estimate> found = new OffPolicyEvaluation(Intervals.studentT())
                    .evaluate(weighted, estimators)
                    .estimates();
            for (int e = 0; e < squares.length; e++) {
                double error = found.get(e).value() - truth;
                squares[e] += error * error / SEEDS;
                held[e] += found.get(e).interval().orElseThrow().low() <= truth
                                && truth
                                        <= found.get(e).interval().orElseThrow().high()
                        ? 1
                        : 0;
            }
        }
        for (int e = 0; e < squares.length; e++) {
            squares[e] = Math.sqrt(squares[e]);
        }
        return new double[][] {squares, held};
    }

    @Test
    void doublyRobustErrsLessThanWeighingAndThanModellingWithoutContext() {
        double[] error = errors(new SmoothedRates(5))[0];

        assertThat(error[2])
                .as("DR against IPS, DM: %s", error)
                .isLessThan(error[0])
                .isLessThan(error[1]);
    }

    @Test
    void doublyRobustErrsLessThanWeighingAndThanModellingWithContext() {
        double[][] result = errors(new RidgeRewards(20));
        double[] error = result[0];

        assertThat(error[2])
                .as("DR against IPS, DM: %s", error)
                .isLessThan(error[0])
                .isLessThan(error[1]);
        // 47.5 of 50 in expectation; 42 or fewer would happen once in 200 runs
        assertThat(result[1][0]).as("intervals of IPS that hold the truth").isGreaterThanOrEqualTo(43);
        assertThat(result[1][2]).as("intervals of DR that hold the truth").isGreaterThanOrEqualTo(43);
    }
}
