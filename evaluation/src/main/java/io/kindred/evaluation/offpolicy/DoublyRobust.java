package io.kindred.evaluation.offpolicy;

/**
 * The doubly robust estimator: the mean of v + w (r - q). Unbiased where the propensities are right, whatever the reward
 * model, and of less variance than inverse propensity scoring the better the model. Source: Dudik, Langford and Li, Doubly
 * Robust Policy Evaluation and Learning, 2011.
 */
public record DoublyRobust() implements Estimator {
    @Override
    public String name() {
        return "dr";
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
        return Terms.mean(Estimator.corrected(log, this));
    }
}
