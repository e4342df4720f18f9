package io.kindred.evaluation.simulation;

import io.kindred.core.bandit.Arms;
import io.kindred.core.bandit.BanditPolicy;
import io.kindred.core.bandit.BanditRule;
import io.kindred.core.bandit.CountedArms;
import io.kindred.core.bandit.LinearArms;

/**
 * A bandit that learns after every round, with the arms and the rule that serving has. Draws from the posterior are fresh in
 * each round. Not thread-safe.
 */
public final class BanditAgent implements Agent {
    private final Arms arms;
    private final BanditRule rule;
    private final float[] situation;
    private long round;

    /**
     * @param arms changed as the agent learns; linear ones have contexts of a 1 and the environment's context
     */
    public BanditAgent(Arms arms, BanditRule rule) {
        this.arms = arms;
        this.rule = rule;
        this.situation = new float[arms.contextSize()];
    }

    /** A bandit without context that knows nothing yet. */
    public static BanditAgent counted(int actions, BanditRule rule) {
        return new BanditAgent(CountedArms.fresh(actions), rule);
    }

    /** A bandit with a linear model for each action that knows nothing yet. */
    public static BanditAgent linear(int actions, int contextSize, double regularization, BanditRule rule) {
        return new BanditAgent(LinearArms.fresh(actions, 1 + contextSize, regularization), rule);
    }

    @Override
    public void probabilities(float[] context, double[] into) {
        BanditRule fresh =
                new BanditRule(rule.exploration(), rule.width(), rule.epsilon(), rule.draws(), rule.seed() + round);
        new BanditPolicy(arms, fresh).probabilities(situation(context), into);
    }

    @Override
    public void learn(float[] context, int action, double reward) {
        arms.add(situation(context), action, reward);
        round++;
    }

    private float[] situation(float[] context) {
        if (situation.length > 0) {
            situation[0] = 1;
            System.arraycopy(context, 0, situation, 1, context.length);
        }
        return situation;
    }
}
