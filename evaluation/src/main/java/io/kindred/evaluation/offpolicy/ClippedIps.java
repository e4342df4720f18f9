package io.kindred.evaluation.offpolicy;

/**
 * Inverse propensity scoring with weights of at most {@code largest}: the mean of min(w, largest) r. Less variance for a bias
 * towards 0. Source: Ionides, Truncated Importance Sampling, 2008; Strehl, Langford, Li and Kakade, Learning from Logged
 * Implicit Exploration Data, 2010.
 *
 * @param largest weight that is kept, 0 or more; infinity clips nothing
 */
public record ClippedIps(double largest) implements Estimator {
    public ClippedIps {
        Estimator.checkParameter("the largest weight of clipped-ips", largest);
    }

    @Override
    public String name() {
        return "clipped-ips(" + largest + ")";
    }

    @Override
    public boolean needsPredictions() {
        return false;
    }

    @Override
    public double weight(double importance) {
        return Math.min(importance, largest);
    }

    @Override
    public Terms terms(WeightedLog log) {
        return Terms.mean(Estimator.weighted(log, this));
    }
}
