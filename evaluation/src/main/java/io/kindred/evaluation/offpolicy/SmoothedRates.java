package io.kindred.evaluation.offpolicy;

/**
 * Predicts the mean reward of an action at a position, drawn towards the mean of the whole log: {@code (sum of rewards +
 * strength * mean) / (times shown + strength)}. Contexts play no part.
 *
 * @param strength how many rounds of the overall mean are added to each cell, above 0
 */
public record SmoothedRates(double strength) implements RewardLearner {
    public SmoothedRates {
        if (!(strength > 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("the strength of smoothing is " + strength + " but must be above 0");
        }
    }

    @Override
    public RewardModel fit(BanditFeedback log) {
        double[][] rates = new double[log.positionCount()][log.actionCount()];
        double[][] shown = new double[log.positionCount()][log.actionCount()];
        for (int i = 0; i < log.rounds(); i++) {
            rates[log.position(i)][log.action(i)] += log.reward(i);
            shown[log.position(i)][log.action(i)]++;
        }
        double prior = log.meanReward();
        for (int p = 0; p < rates.length; p++) {
            for (int a = 0; a < rates[p].length; a++) {
                rates[p][a] = (rates[p][a] + strength * prior) / (shown[p][a] + strength);
            }
        }
        return (rounds, round, into) -> System.arraycopy(rates[rounds.position(round)], 0, into, 0, into.length);
    }
}
