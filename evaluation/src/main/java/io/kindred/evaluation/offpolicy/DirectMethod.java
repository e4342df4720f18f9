package io.kindred.evaluation.offpolicy;

/**
 * The direct method: the mean of v, what the reward model predicts for the policy. Little variance and all the bias of the
 * model; no interval shows that bias. Source: Beygelzimer and Langford, The Offset Tree for Learning with Partial Labels, 2009.
 */
public record DirectMethod() implements Estimator {
    @Override
    public String name() {
        return "dm";
    }

    @Override
    public boolean needsPredictions() {
        return true;
    }

    @Override
    public double weight(double importance) {
        return 0;
    }

    @Override
    public boolean weighs() {
        return false;
    }

    @Override
    public Terms terms(WeightedLog log) {
        return Terms.mean(log.expected());
    }
}
