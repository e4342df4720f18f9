package io.kindred.evaluation.simulation;

import java.util.Arrays;

/** Somebody who chooses actions: says how likely each one is, and may learn from what came of the one drawn. */
@FunctionalInterface
public interface Agent {
    /**
     * The probability of each action in a situation, adding up to 1.
     *
     * @param into written in full, one place for each action
     */
    void probabilities(float[] context, double[] into);

    /** Hears what an action brought; agents that do not learn do nothing. */
    default void learn(float[] context, int action, double reward) {}

    /** Every action alike. */
    static Agent uniform() {
        return (context, into) -> Arrays.fill(into, 1.0 / into.length);
    }
}
