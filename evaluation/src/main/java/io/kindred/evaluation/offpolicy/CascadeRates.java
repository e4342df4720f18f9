package io.kindred.evaluation.offpolicy;

/**
 * Predicts what a slate earns from a position on by the action there alone, fitted from the last position upwards: the mean of
 * the reward and of what the judged policy is predicted to earn below, drawn towards the mean of the position. Source: the
 * recursive regression of Kiyohara et al., Doubly Robust Off-Policy Evaluation for Ranking Policies under the Cascade Behavior
 * Model, 2022, with a table for the regression. Fit it on other slates than those judged.
 *
 * @param strength how many slates of the position's mean are added to each cell, above 0
 */
public record CascadeRates(double strength) {
    public CascadeRates {
        if (!(strength > 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("the strength of smoothing is " + strength + " but must be above 0");
        }
    }

    /** Fits the table for the policy that will be judged. */
    public SlateRewardModel fit(SlateFeedback log, SlatePolicy policy) {
        int longest = log.longest();
        double[][] table = new double[longest][log.actionCount()];
        double[] probabilities = new double[log.actionCount()];
        for (int l = longest - 1; l >= 0; l--) {
            double[] shown = new double[log.actionCount()];
            double sum = 0;
            int n = 0;
            for (int s = 0; s < log.slates(); s++) {
                if (l >= log.length(s)) {
                    continue;
                }
                double target = log.reward(s, l);
                if (l + 1 < log.length(s)) {
                    policy.conditional(log, s, l + 1, probabilities);
                    for (int a = 0; a < probabilities.length; a++) {
                        target += probabilities[a] * table[l + 1][a];
                    }
                }
                table[l][log.action(s, l)] += target;
                shown[log.action(s, l)]++;
                sum += target;
                n++;
            }
            for (int a = 0; a < shown.length; a++) {
                table[l][a] = (table[l][a] + strength * sum / n) / (shown[a] + strength);
            }
        }
        // A judged slate may be longer than any that was fitted: nothing is known of what is earned there.
        return (slates, slate, position, into) -> System.arraycopy(
                position < table.length ? table[position] : new double[into.length], 0, into, 0, into.length);
    }
}
