package io.kindred.evaluation.offpolicy;

/**
 * The doubly robust estimator with optimistic shrinkage: the mean of v + s (r - q) with s = lambda w / (w^2 + lambda), the
 * weights that minimise a bound on the mean squared error. Source: Su, Dimakopoulou, Krishnamurthy and Dudik, Doubly Robust
 * Off-Policy Evaluation with Shrinkage, 2020.
 *
 * @param lambda 0 or more; 0 is the direct method, infinity the doubly robust estimator
 */
public record ShrunkDr(double lambda) implements Estimator {
    public ShrunkDr {
        Estimator.checkParameter("the lambda of dr-os", lambda);
    }

    @Override
    public String name() {
        return "dr-os(" + lambda + ")";
    }

    @Override
    public boolean needsPredictions() {
        return true;
    }

    @Override
    public double weight(double importance) {
        if (lambda == 0) {
            return 0;
        }
        return Double.isInfinite(lambda) ? importance : lambda * importance / (importance * importance + lambda);
    }

    @Override
    public Terms terms(WeightedLog log) {
        return Terms.mean(Estimator.corrected(log, this));
    }
}
