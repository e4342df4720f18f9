package io.kindred.evaluation.offpolicy;

/**
 * The cascade doubly robust estimator: as {@link RewardInteractionIps}, with predictions of what is earned from each position
 * on as a control variate. Unbiased where users go through the list from the top, whatever the predictions. Source: Kiyohara,
 * Saito, Matsuhiro, Narita, Shimizu and Yamamoto, Doubly Robust Off-Policy Evaluation for Ranking Policies under the Cascade
 * Behavior Model, 2022.
 *
 * @param model fitted on other slates than those judged
 */
public record CascadeDr(SlateRewardModel model) implements SlateEstimator {
    @Override
    public String name() {
        return "cascade-dr";
    }

    @Override
    public double[] contributions(SlateFeedback log, SlatePolicy policy) {
        double[] terms = new double[log.slates()];
        double[] probabilities = new double[log.actionCount()];
        double[] predicted = new double[log.actionCount()];
        for (int s = 0; s < terms.length; s++) {
            double above = 1;
            for (int l = 0; l < log.length(s); l++) {
                double weight = above * SlateEstimator.ratio(log, policy, s, l, probabilities);
                model.predict(log, s, l, predicted);
                double expected = 0;
                for (int a = 0; a < predicted.length; a++) {
                    expected += probabilities[a] == 0 ? 0 : probabilities[a] * predicted[a];
                }
                terms[s] += weight * (log.reward(s, l) - predicted[log.action(s, l)]) + above * expected;
                above = weight;
            }
        }
        return terms;
    }
}
