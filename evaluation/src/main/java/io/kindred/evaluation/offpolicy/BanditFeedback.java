package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;
import io.kindred.core.math.FloatMatrix;
import java.util.Arrays;
import java.util.Objects;

/**
 * A log of choices and what came of them, as columns: in round i the logging policy saw a context, showed one action at one
 * position with a known probability (the propensity), and a reward was observed for that action alone. Immutable and
 * thread-safe. About 25 bytes a round, plus 4 for each number of the context and each entry of a restricted choice.
 */
public final class BanditFeedback {
    private final int actionCount;
    private final int positionCount;
    private final int[] actions;
    private final double[] rewards;
    private final double[] propensities;
    private final int[] positions;
    private final FloatMatrix contexts;
    private final int[][] available;

    private BanditFeedback(
            int actionCount,
            int positionCount,
            int[] actions,
            double[] rewards,
            double[] propensities,
            int[] positions,
            FloatMatrix contexts,
            int[][] available) {
        this.actionCount = actionCount;
        this.positionCount = positionCount;
        this.actions = actions;
        this.rewards = rewards;
        this.propensities = propensities;
        this.positions = positions;
        this.contexts = contexts;
        this.available = available;
    }

    /**
     * A log with one position, no contexts and every action available in every round.
     *
     * @param actionCount how many actions there are; actions are 0 to {@code actionCount - 1}
     * @param actions the action of each round
     * @param rewards what it earned, finite; usually 0 or 1
     * @param propensities the probability with which the logging policy chose it, in (0, 1]
     * @throws KindredException naming the first round that breaks these rules
     */
    public static BanditFeedback of(int actionCount, int[] actions, double[] rewards, double[] propensities) {
        if (actions.length == 0) {
            throw new KindredException("the log has no rounds: there is nothing to estimate from");
        }
        if (actions.length != rewards.length || actions.length != propensities.length) {
            throw new KindredException("the columns of a log must be equally long, not " + actions.length + " actions, "
                    + rewards.length + " rewards and " + propensities.length + " propensities");
        }
        for (int i = 0; i < actions.length; i++) {
            if (actions[i] < 0 || actions[i] >= actionCount) {
                throw new KindredException("round " + i + ": action " + actions[i] + " is not one of the " + actionCount
                        + " actions (0 to " + (actionCount - 1) + ")");
            }
            if (!Double.isFinite(rewards[i])) {
                throw new KindredException("round " + i + ": the reward is " + rewards[i] + "; rewards must be finite");
            }
            checkPropensity(propensities[i], "round " + i);
        }
        return new BanditFeedback(
                actionCount, 1, actions.clone(), rewards.clone(), propensities.clone(), null, null, null);
    }

    static void checkPropensity(double propensity, String where) {
        if (!(propensity > 0 && propensity <= 1)) {
            String reason = propensity == 0 ? ", so the logging policy could not have chosen this action" : "";
            throw new KindredException(
                    where + ": the propensity is " + propensity + reason + "; it must be above 0 and at most 1");
        }
    }

    /**
     * The same log with the position at which each action was shown.
     *
     * @param count how many positions there are
     * @param positions 0 to {@code count - 1} for each round
     */
    public BanditFeedback withPositions(int count, int[] positions) {
        checkLength(positions.length, "positions");
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < 0 || positions[i] >= count) {
                throw new KindredException("round " + i + ": position " + positions[i] + " is not one of the " + count
                        + " positions (0 to " + (count - 1) + ")");
            }
        }
        return new BanditFeedback(
                actionCount, count, actions, rewards, propensities, positions.clone(), contexts, available);
    }

    /**
     * The same log with a context for each round.
     *
     * @param contexts one row a round, finite numbers, not copied: it must not change any more
     */
    public BanditFeedback withContexts(FloatMatrix contexts) {
        checkLength(contexts.rows(), "contexts");
        float[] row = new float[contexts.columns()];
        for (int i = 0; i < contexts.rows(); i++) {
            contexts.copyRow(i, row);
            for (int j = 0; j < row.length; j++) {
                if (!Float.isFinite(row[j])) {
                    throw new KindredException("round " + i + ": number " + j + " of the context is " + row[j]
                            + "; contexts must be finite");
                }
            }
        }
        return new BanditFeedback(
                actionCount, positionCount, actions, rewards, propensities, positions, contexts, available);
    }

    /**
     * The same log where the choice was restricted.
     *
     * @param available for each round the actions that could be chosen; null for all of them
     * @throws KindredException if a logged action was not among them
     */
    public BanditFeedback withAvailable(int[][] available) {
        checkLength(available.length, "available actions");
        int[][] sorted = new int[available.length][];
        for (int i = 0; i < available.length; i++) {
            if (available[i] == null) {
                continue;
            }
            sorted[i] = available[i].clone();
            Arrays.sort(sorted[i]);
            for (int a : sorted[i]) {
                if (a < 0 || a >= actionCount) {
                    throw new KindredException("round " + i + ": available action " + a + " is not one of the "
                            + actionCount + " actions (0 to " + (actionCount - 1) + ")");
                }
            }
            if (Arrays.binarySearch(sorted[i], actions[i]) < 0) {
                throw new KindredException("round " + i + ": action " + actions[i]
                        + " was logged but is not among the actions available in that round");
            }
        }
        return new BanditFeedback(
                actionCount, positionCount, actions, rewards, propensities, positions, contexts, sorted);
    }

    /** Some of the rounds, in the order given; a round may occur more than once. */
    public BanditFeedback select(int[] rounds) {
        if (rounds.length == 0) {
            throw new KindredException("no rounds are left of a log of " + rounds());
        }
        int n = rounds.length;
        int[] a = new int[n];
        double[] r = new double[n];
        double[] p = new double[n];
        int[] at = positions == null ? null : new int[n];
        int[][] choice = available == null ? null : new int[n][];
        FloatMatrix rows = contexts == null ? null : FloatMatrix.zeros(n, contexts.columns());
        for (int i = 0; i < n; i++) {
            int from = rounds[i];
            a[i] = actions[from];
            r[i] = rewards[from];
            p[i] = propensities[from];
            if (at != null) {
                at[i] = positions[from];
            }
            if (choice != null) {
                choice[i] = available[from];
            }
            if (rows != null) {
                System.arraycopy(contexts.row(from), 0, rows.array(), i * rows.columns(), rows.columns());
            }
        }
        return new BanditFeedback(actionCount, positionCount, a, r, p, at, rows, choice);
    }

    /** The rounds {@code [from, to)}. */
    public BanditFeedback slice(int from, int to) {
        Objects.checkFromToIndex(from, to, rounds());
        int[] rounds = new int[to - from];
        Arrays.setAll(rounds, i -> from + i);
        return select(rounds);
    }

    public int rounds() {
        return actions.length;
    }

    public int actionCount() {
        return actionCount;
    }

    /** At least 1. */
    public int positionCount() {
        return positionCount;
    }

    /** How many numbers a context has; 0 without contexts. */
    public int contextSize() {
        return contexts == null ? 0 : contexts.columns();
    }

    public int action(int round) {
        return actions[round];
    }

    public double reward(int round) {
        return rewards[round];
    }

    public double propensity(int round) {
        return propensities[round];
    }

    /** 0 where the log has no positions. */
    public int position(int round) {
        return positions == null ? 0 : positions[round];
    }

    /** Copies the context of a round into {@code target}, which has {@link #contextSize()} places. */
    public void copyContext(int round, float[] target) {
        if (contexts != null) {
            contexts.copyRow(round, target);
        }
    }

    /** Whether an action could have been chosen in a round. */
    public boolean isAvailable(int round, int action) {
        return available == null || available[round] == null || Arrays.binarySearch(available[round], action) >= 0;
    }

    /** The mean reward of the log: what the logging policy itself earned. */
    public double meanReward() {
        double sum = 0;
        for (double reward : rewards) {
            sum += reward;
        }
        return sum / rewards.length;
    }

    private void checkLength(int length, String what) {
        if (length != actions.length) {
            throw new KindredException("the log has " + actions.length + " rounds but " + length + " " + what);
        }
    }
}
