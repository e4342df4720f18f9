package io.kindred.evaluation.offpolicy;

import io.kindred.evaluation.stats.SplitMix64;

/** Logs of random choices with random propensities and rewards of 0 or 1, the same for the same seed. */
final class RandomLogs {
    private RandomLogs() {}

    static BanditFeedback feedback(long seed, int rounds, int actions) {
        SplitMix64 random = SplitMix64.stream(seed, 0);
        int[] chosen = new int[rounds];
        double[] rewards = new double[rounds];
        double[] propensities = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            chosen[i] = random.nextInt(actions);
            rewards[i] = random.nextInt(2);
            propensities[i] = 0.05 + 0.9 * random.nextDouble();
        }
        return BanditFeedback.of(actions, chosen, rewards, propensities);
    }

    static WeightedLog weighted(long seed, int rounds, int actions) {
        BanditFeedback log = feedback(seed, rounds, actions);
        return WeightedLog.of(log, Policy.power(new SmoothedRates(1).fit(log), 1), new SmoothedRates(2).fit(log));
    }
}
