package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;

/**
 * A log seen from the policy to be judged: all that the estimators need of each round. Built in one pass over rounds and
 * actions; the arrays are shared, not copied, and must not be changed. Thread-safe to read.
 */
public final class WeightedLog {
    private static final double TOLERANCE = 1e-6;

    private final double[] weights;
    private final double[] rewards;
    private final double[] predicted;
    private final double[] expected;
    private final double uncovered;

    private WeightedLog(double[] weights, double[] rewards, double[] predicted, double[] expected, double uncovered) {
        this.weights = weights;
        this.rewards = rewards;
        this.predicted = predicted;
        this.expected = expected;
        this.uncovered = uncovered;
    }

    /** Without predictions of rewards: enough for the estimators that weigh only. */
    public static WeightedLog of(BanditFeedback log, Policy policy) {
        return build(log, policy, null);
    }

    /** With predicted rewards. */
    public static WeightedLog of(BanditFeedback log, Policy policy, RewardModel model) {
        return build(log, policy, model);
    }

    /**
     * From the probability that the policy gives to the logged actions alone, as some logs come with; for estimators that
     * weigh only, and without knowing what the policy would do that the log never did.
     *
     * @param probabilities one for each round, in [0, 1]
     */
    public static WeightedLog ofLogged(BanditFeedback log, double[] probabilities) {
        if (probabilities.length != log.rounds()) {
            throw new KindredException("the log has " + log.rounds() + " rounds but the policy " + probabilities.length
                    + " probabilities");
        }
        double[] weights = new double[log.rounds()];
        double[] rewards = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new KindredException("round " + i + ": the policy gives action " + log.action(i)
                        + " the probability " + probabilities[i] + "; it must be between 0 and 1");
            }
            weights[i] = probabilities[i] / log.propensity(i);
            rewards[i] = log.reward(i);
        }
        return new WeightedLog(weights, rewards, null, null, Double.NaN);
    }

    private static WeightedLog build(BanditFeedback log, Policy policy, RewardModel model) {
        int n = log.rounds();
        int actions = log.actionCount();
        boolean[][] logged = new boolean[log.positionCount()][actions];
        for (int i = 0; i < n; i++) {
            logged[log.position(i)][log.action(i)] = true;
        }
        double[] weights = new double[n];
        double[] rewards = new double[n];
        double[] predicted = model == null ? null : new double[n];
        double[] expected = model == null ? null : new double[n];
        double[] probabilities = new double[actions];
        double[] predictions = new double[actions];
        double uncovered = 0;
        for (int i = 0; i < n; i++) {
            policy.probabilities(log, i, probabilities);
            check(log, i, probabilities);
            weights[i] = probabilities[log.action(i)] / log.propensity(i);
            rewards[i] = log.reward(i);
            boolean[] seen = logged[log.position(i)];
            for (int a = 0; a < actions; a++) {
                uncovered += seen[a] ? 0 : probabilities[a];
            }
            if (model != null) {
                model.predict(log, i, predictions);
                double sum = 0;
                for (int a = 0; a < actions; a++) {
                    sum += probabilities[a] == 0 ? 0 : probabilities[a] * predictions[a];
                }
                predicted[i] = predictions[log.action(i)];
                expected[i] = sum;
                if (!Double.isFinite(sum) || !Double.isFinite(predicted[i])) {
                    throw new KindredException(
                            "round " + i + ": the reward model predicts a reward that is not finite");
                }
            }
        }
        return new WeightedLog(weights, rewards, predicted, expected, uncovered / n);
    }

    private static void check(BanditFeedback log, int round, double[] probabilities) {
        String fault = fault(probabilities);
        for (int a = 0; a < probabilities.length && fault.isEmpty(); a++) {
            if (probabilities[a] > 0 && !log.isAvailable(round, a)) {
                fault = "the policy gives action " + a + " the probability " + probabilities[a]
                        + " although it is not available in that round";
            }
        }
        if (!fault.isEmpty()) {
            throw new KindredException("round " + round + ": " + fault);
        }
    }

    /** Why these are not the probabilities of all actions; empty if they are. */
    static String fault(double[] probabilities) {
        double sum = 0;
        for (int a = 0; a < probabilities.length; a++) {
            if (!(probabilities[a] >= 0)) {
                return "the policy gives action " + a + " the probability " + probabilities[a]
                        + "; it must be between 0 and 1";
            }
            sum += probabilities[a];
        }
        return Math.abs(sum - 1) <= TOLERANCE ? "" : "the probabilities of the policy add up to " + sum + ", not to 1";
    }

    public int rounds() {
        return weights.length;
    }

    /** The policy's probability of the logged action divided by the propensity. */
    double[] weights() {
        return weights;
    }

    double[] rewards() {
        return rewards;
    }

    public boolean hasPredictions() {
        return predicted != null;
    }

    /** The predicted reward of the logged action. */
    double[] predicted() {
        return predicted;
    }

    /** The predicted reward of the policy: over all actions, weighted with their probabilities. */
    double[] expected() {
        return expected;
    }

    /**
     * The mean probability that the policy gives to actions never logged at that position; NaN where only the logged
     * actions' probabilities are known.
     */
    public double uncovered() {
        return uncovered;
    }

    /** Whether the policy gives any logged action a probability above 0. */
    public boolean overlaps() {
        for (double weight : weights) {
            if (weight > 0) {
                return true;
            }
        }
        return false;
    }
}
