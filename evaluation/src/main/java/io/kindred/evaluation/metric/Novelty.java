package io.kindred.evaluation.metric;

/**
 * {@code novelty}: the mean of {@code -log2(share of training users with the item)} over the first k entries, in bits (Zhou et
 * al., Solving the Apparent Diversity-Accuracy Dilemma of Recommender Systems, 2010). An item nobody has counts log2 of the
 * number of users. Not defined for an empty list. Immutable and thread-safe.
 *
 * @param training what users have
 */
public record Novelty(TrainingStatistics training) implements ListMetric {
    @Override
    public String label() {
        return "novelty";
    }

    @Override
    public void measure(UserCase user, int[] at, double[] values) {
        double sum = 0;
        int r = 0;
        for (int c = 0; c < at.length; c++) {
            int k = Math.min(at[c], user.listSize());
            for (; r < k; r++) {
                sum += training.selfInformation(user.listed(r));
            }
            values[c] = k == 0 ? Double.NaN : sum / k;
        }
    }
}
