package io.kindred.evaluation.offpolicy;

/**
 * Self-normalised inverse propensity scoring: sum of w r over sum of w. Stays within the range of the rewards and is unmoved
 * by a constant added to them; consistent, with a bias that vanishes as 1/n. Source: Swaminathan and Joachims, The
 * Self-Normalized Estimator for Counterfactual Learning, 2015.
 */
public record SelfNormalizedIps() implements Estimator {
    @Override
    public String name() {
        return "snips";
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
        return Terms.meanPlusRatio(new double[log.rounds()], Estimator.weighted(log, this), log.weights());
    }
}
