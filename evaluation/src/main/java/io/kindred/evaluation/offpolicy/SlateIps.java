package io.kindred.evaluation.offpolicy;

/**
 * Inverse propensity scoring of whole slates: the mean of the weight of the slate times the sum of its rewards. Assumes nothing
 * of users; its weights are the product over all positions. Source: Precup, Sutton and Singh, Eligibility Traces for
 * Off-Policy Policy Evaluation, 2000.
 */
public record SlateIps() implements SlateEstimator {
    @Override
    public String name() {
        return "slate-ips";
    }

    @Override
    public double[] contributions(SlateFeedback log, SlatePolicy policy) {
        double[] terms = weights(log, policy);
        for (int s = 0; s < terms.length; s++) {
            double sum = 0;
            for (int l = 0; l < log.length(s); l++) {
                sum += log.reward(s, l);
            }
            terms[s] *= sum;
        }
        return terms;
    }
}
