package io.kindred.evaluation.simulation;

import io.kindred.core.math.FloatMatrix;
import io.kindred.evaluation.offpolicy.BanditFeedback;
import io.kindred.evaluation.stats.SplitMix64;

/** Lets an agent act in an environment. Stateless. */
public final class Simulation {
    private Simulation() {}

    /**
     * What happened.
     *
     * @param log the choices with their true propensities and rewards
     * @param regret cumulative: {@code regret[t]} after round t
     */
    public record Run(BanditFeedback log, double[] regret) {}

    /**
     * Plays some rounds; the same seed gives the same run.
     *
     * @param agent chooses and learns, so it must be fresh
     * @throws IllegalStateException if the agent's probabilities do not add up to 1
     */
    public static Run play(Environment environment, Agent agent, int rounds, long seed) {
        int[] actions = new int[rounds];
        double[] rewards = new double[rounds];
        double[] propensities = new double[rounds];
        double[] regret = new double[rounds];
        FloatMatrix contexts = FloatMatrix.zeros(rounds, environment.contextSize());
        double[] probabilities = new double[environment.actionCount()];
        SplitMix64 draws = SplitMix64.stream(seed, 5);
        float[] context = environment.reset(seed);
        double total = 0;
        for (int t = 0; t < rounds; t++) {
            agent.probabilities(context, probabilities);
            int action = draw(probabilities, draws.nextDouble());
            Environment.Step step = environment.step(action);
            agent.learn(context, action, step.reward());
            System.arraycopy(context, 0, contexts.array(), t * contexts.columns(), contexts.columns());
            actions[t] = action;
            rewards[t] = step.reward();
            propensities[t] = Math.min(1, probabilities[action]);
            total += step.regret();
            regret[t] = total;
            context = step.next();
        }
        BanditFeedback log = BanditFeedback.of(environment.actionCount(), actions, rewards, propensities);
        return new Run(environment.contextSize() == 0 ? log : log.withContexts(contexts), regret);
    }

    static int draw(double[] probabilities, double uniform) {
        double below = 0;
        int last = -1;
        for (int a = 0; a < probabilities.length; a++) {
            below += probabilities[a];
            if (probabilities[a] > 0) {
                last = a;
                if (uniform < below) {
                    return a;
                }
            }
        }
        if (last < 0 || Math.abs(below - 1) > 1e-6) {
            throw new IllegalStateException("an agent's probabilities add up to " + below + ", not to 1");
        }
        return last;
    }
}
