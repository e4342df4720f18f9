package io.kindred.evaluation.offpolicy;

/**
 * Reward-interaction inverse propensity scoring: each reward is weighed by its position and those above. Unbiased where users
 * go through the list from the top, so that a reward depends on nothing below it. Source: McInerney, Brost, Chandar, Mehrotra
 * and Carterette, Counterfactual Evaluation of Slate Recommendations with Sequential Reward Interactions, 2020.
 */
public record RewardInteractionIps() implements SlateEstimator {
    @Override
    public String name() {
        return "rips";
    }

    @Override
    public double[] contributions(SlateFeedback log, SlatePolicy policy) {
        double[] terms = new double[log.slates()];
        double[] into = new double[log.actionCount()];
        for (int s = 0; s < terms.length; s++) {
            double weight = 1;
            for (int l = 0; l < log.length(s); l++) {
                weight *= SlateEstimator.ratio(log, policy, s, l, into);
                terms[s] += weight * log.reward(s, l);
            }
        }
        return terms;
    }
}
