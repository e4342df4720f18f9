package io.kindred.evaluation.offpolicy;

/**
 * The self-normalised doubly robust estimator: the mean of v plus sum of w (r - q) over sum of w. Source: Thomas and
 * Brunskill, Data-Efficient Off-Policy Policy Evaluation for Reinforcement Learning, 2016 (the weighted doubly robust
 * estimator); Kallus and Uehara, Intrinsically Efficient, Stable, and Bounded Off-Policy Evaluation, 2019.
 */
public record SelfNormalizedDr() implements Estimator {
    @Override
    public String name() {
        return "sndr";
    }

    @Override
    public boolean needsPredictions() {
        return true;
    }

    @Override
    public double weight(double importance) {
        return importance;
    }

    @Override
    public Terms terms(WeightedLog log) {
        double[] residuals = new double[log.rounds()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = log.weights()[i] * (log.rewards()[i] - log.predicted()[i]);
        }
        return Terms.meanPlusRatio(log.expected(), residuals, log.weights());
    }
}
