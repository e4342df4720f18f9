package io.kindred.evaluation.simulation;

/**
 * A world in which actions are chosen one after the other and answered with rewards. {@link #reset} begins a sequence, {@link
 * #step} goes on by one round; the truth about the present round is open to those who measure, not to agents. Not thread-safe.
 */
public interface Environment {
    int actionCount();

    /** How many numbers a context has; 0 where there is none. */
    int contextSize();

    /**
     * Begins a sequence; the same seed and the same actions give the same sequence.
     *
     * @return the context of the first round
     */
    float[] reset(long seed);

    /**
     * Takes an action in the present round.
     *
     * @throws IllegalStateException before {@link #reset}
     * @throws IndexOutOfBoundsException if there is no such action
     */
    Step step(int action);

    /** The expected reward of an action in the present round. */
    double expectedReward(int action);

    /** The largest expected reward of any action in the present round. */
    default double optimum() {
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < actionCount(); a++) {
            best = Math.max(best, expectedReward(a));
        }
        return best;
    }

    /**
     * What an action brought.
     *
     * @param reward what was observed
     * @param regret how much less the action was worth, in expectation, than the best one of its round; not negative
     * @param next the context of the next round
     */
    record Step(double reward, double regret, float[] next) {}
}
