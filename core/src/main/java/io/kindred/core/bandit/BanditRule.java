package io.kindred.core.bandit;

/**
 * How a bandit chooses among arms of which it knows something.
 *
 * @param exploration what it looks at besides the mean reward
 * @param width how much that weighs: the factor of an upper bound, or of a normal posterior's standard deviation; not negative
 * @param epsilon share of choices that are uniformly random, 0 to 1
 * @param draws how many draws from the posterior stand for it, at least 1: probabilities are multiples of {@code 1 / draws}
 * @param seed of the posterior draws
 */
public record BanditRule(Exploration exploration, double width, double epsilon, int draws, long seed) {
    /** What a choice looks at besides the mean reward. A value is saved by its position: new ones go last. */
    public enum Exploration {
        /** Nothing: the arm of the highest mean. */
        GREEDY,
        /** The arm of the highest upper confidence bound. */
        UPPER_BOUND,
        /** Thompson sampling: the arm that is best in a draw from the posterior. */
        POSTERIOR
    }

    public BanditRule {
        if (!(width >= 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("the width of a bandit's exploration is " + width);
        }
        if (!(epsilon >= 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("a bandit's epsilon is " + epsilon + " but must be from 0 to 1");
        }
        if (draws < 1) {
            throw new IllegalArgumentException("a bandit needs at least one draw, not " + draws);
        }
    }

    /** The best mean, and now and then any arm (Sutton and Barto, Reinforcement Learning, 1998). */
    public static BanditRule epsilonGreedy(double epsilon) {
        return new BanditRule(Exploration.GREEDY, 0, epsilon, 1, 0);
    }

    /** The highest upper confidence bound. */
    public static BanditRule upperBound(double width) {
        return new BanditRule(Exploration.UPPER_BOUND, width, 0, 1, 0);
    }

    /** Thompson sampling. */
    public static BanditRule posterior(double width, int draws, long seed) {
        return new BanditRule(Exploration.POSTERIOR, width, 0, draws, seed);
    }
}
