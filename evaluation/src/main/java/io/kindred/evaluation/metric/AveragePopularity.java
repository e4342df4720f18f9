package io.kindred.evaluation.metric;

/**
 * {@code arp}: the mean number of training users who have the items of the first k entries, average recommendation popularity
 * (Yin, Cui, Li, Yao and Chen, Challenging the Long Tail Recommendation, 2012). Not defined for an empty list. Immutable and
 * thread-safe.
 *
 * @param training what users have
 */
public record AveragePopularity(TrainingStatistics training) implements ListMetric {
    @Override
    public String label() {
        return "arp";
    }

    @Override
    public void measure(UserCase user, int[] at, double[] values) {
        long sum = 0;
        int r = 0;
        for (int c = 0; c < at.length; c++) {
            int k = Math.min(at[c], user.listSize());
            for (; r < k; r++) {
                sum += training.popularity(user.listed(r));
            }
            values[c] = k == 0 ? Double.NaN : (double) sum / k;
        }
    }
}
