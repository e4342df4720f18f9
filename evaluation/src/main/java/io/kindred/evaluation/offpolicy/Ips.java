package io.kindred.evaluation.offpolicy;

/**
 * Inverse propensity scoring: the mean of w r. Unbiased where the propensities are right and the log covers the policy; of
 * high variance where weights are large. Source: Horvitz and Thompson, A Generalization of Sampling Without Replacement From a
 * Finite Universe, 1952; Precup, Sutton and Singh, Eligibility Traces for Off-Policy Policy Evaluation, 2000.
 */
public record Ips() implements Estimator {
    @Override
    public String name() {
        return "ips";
    }

    @Override
    public boolean needsPredictions() {
        return false;
    }

    @Override
    public double weight(double importance) {
        return importance;
    }

    @Override
    public Terms terms(WeightedLog log) {
        return Terms.mean(Estimator.weighted(log, this));
    }
}
