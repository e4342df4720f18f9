package io.kindred.evaluation.offpolicy;

/**
 * Switch-DR: the mean of v + w (r - q) over rounds whose weight is at most the threshold, and of v over the others. Source:
 * Wang, Agarwal and Dudik, Optimal and Adaptive Off-Policy Evaluation in Contextual Bandits, 2017; in the form of Su,
 * Dimakopoulou, Krishnamurthy and Dudik, Doubly Robust Off-Policy Evaluation with Shrinkage, 2020.
 *
 * @param threshold 0 or more; 0 is the direct method (but for weights of 0), infinity the doubly robust estimator
 */
public record SwitchDr(double threshold) implements Estimator {
    public SwitchDr {
        Estimator.checkParameter("the threshold of switch-dr", threshold);
    }

    @Override
    public String name() {
        return "switch-dr(" + threshold + ")";
    }

    @Override
    public boolean needsPredictions() {
        return true;
    }

    @Override
    public double weight(double importance) {
        return importance <= threshold ? importance : 0;
    }

    @Override
    public Terms terms(WeightedLog log) {
        return Terms.mean(Estimator.corrected(log, this));
    }
}
