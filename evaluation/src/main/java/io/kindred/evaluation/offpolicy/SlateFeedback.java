package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;
import java.util.Arrays;

/**
 * A log of lists: each slate has several positions with an action, its reward and how likely the logging policy was to put it
 * there. Immutable and thread-safe; slates may differ in length.
 */
public final class SlateFeedback {
    private final int actionCount;
    private final int[] starts;
    private final int[] actions;
    private final double[] rewards;
    private final double[] conditional;
    private final double[] marginal;

    private SlateFeedback(
            int actionCount, int[] starts, int[] actions, double[] rewards, double[] conditional, double[] marginal) {
        this.actionCount = actionCount;
        this.starts = starts;
        this.actions = actions;
        this.rewards = rewards;
        this.conditional = conditional;
        this.marginal = marginal;
    }

    public int slates() {
        return starts.length - 1;
    }

    public int actionCount() {
        return actionCount;
    }

    /** How many positions a slate has, at least 1. */
    public int length(int slate) {
        return starts[slate + 1] - starts[slate];
    }

    /** The longest slate's number of positions. */
    public int longest() {
        int longest = 0;
        for (int s = 0; s < slates(); s++) {
            longest = Math.max(longest, length(s));
        }
        return longest;
    }

    public int action(int slate, int position) {
        return actions[starts[slate] + position];
    }

    public double reward(int slate, int position) {
        return rewards[starts[slate] + position];
    }

    /** The probability of the action given the actions above it. */
    public double conditionalPropensity(int slate, int position) {
        return conditional[starts[slate] + position];
    }

    /** The probability of the action at that position whatever is above it; NaN where the log does not say. */
    public double marginalPropensity(int slate, int position) {
        return marginal[starts[slate] + position];
    }

    public static Builder builder(int actionCount) {
        return new Builder(actionCount);
    }

    /** Collects slates. Not thread-safe. */
    public static final class Builder {
        private final int actionCount;
        private int[] starts = new int[16];
        private int[] actions = new int[64];
        private double[] rewards = new double[64];
        private double[] conditional = new double[64];
        private double[] marginal = new double[64];
        private int slates;

        private Builder(int actionCount) {
            this.actionCount = actionCount;
        }

        /** Adds a slate of a policy that chooses each position by itself: both propensities are the same. */
        public Builder add(int[] slate, double[] reward, double[] propensity) {
            return add(slate, reward, propensity, propensity);
        }

        /**
         * Adds a slate.
         *
         * @param slate the actions from the top, at least one
         * @param reward of each position, finite
         * @param given probability of each action given those above it, in (0, 1]
         * @param alone probability of each action at its position whatever is above, in (0, 1]; null where not known
         * @throws KindredException naming the slate and position that breaks these rules
         */
        public Builder add(int[] slate, double[] reward, double[] given, double[] alone) {
            if (slate.length == 0 || reward.length != slate.length || given.length != slate.length) {
                throw new KindredException("slate " + slates + " has " + slate.length + " actions, " + reward.length
                        + " rewards and " + given.length + " propensities; it needs as many of each, and at least one");
            }
            int from = starts[slates];
            ensure(from + slate.length);
            for (int l = 0; l < slate.length; l++) {
                String where = "slate " + slates + ", position " + l;
                if (slate[l] < 0 || slate[l] >= actionCount) {
                    throw new KindredException(where + ": action " + slate[l] + " is not one of the " + actionCount
                            + " actions (0 to " + (actionCount - 1) + ")");
                }
                if (!Double.isFinite(reward[l])) {
                    throw new KindredException(where + ": the reward is " + reward[l] + "; rewards must be finite");
                }
                BanditFeedback.checkPropensity(given[l], where);
                if (alone != null) {
                    BanditFeedback.checkPropensity(alone[l], where);
                }
                actions[from + l] = slate[l];
                rewards[from + l] = reward[l];
                conditional[from + l] = given[l];
                marginal[from + l] = alone == null ? Double.NaN : alone[l];
            }
            starts[++slates] = from + slate.length;
            return this;
        }

        private void ensure(int size) {
            if (slates + 2 > starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            if (size > actions.length) {
                int larger = Math.max(size, 2 * actions.length);
                actions = Arrays.copyOf(actions, larger);
                rewards = Arrays.copyOf(rewards, larger);
                conditional = Arrays.copyOf(conditional, larger);
                marginal = Arrays.copyOf(marginal, larger);
            }
        }

        /**
         * @throws KindredException if no slate was added
         */
        public SlateFeedback build() {
            if (slates == 0) {
                throw new KindredException("the log has no slates: there is nothing to estimate from");
            }
            int size = starts[slates];
            return new SlateFeedback(
                    actionCount,
                    Arrays.copyOf(starts, slates + 1),
                    Arrays.copyOf(actions, size),
                    Arrays.copyOf(rewards, size),
                    Arrays.copyOf(conditional, size),
                    Arrays.copyOf(marginal, size));
        }
    }
}
