package io.kindred.evaluation.metric;

/**
 * {@code aplt}: the share of the first k entries that lie in the long tail, the least popular items that together have the last
 * fifth of the training pairs; average percentage of long-tail items (Abdollahpouri, Burke and Mobasher, Managing Popularity
 * Bias in Recommender Systems with Personalized Re-Ranking, 2019). Their ACLT, the number of such items, is k times as much for
 * full lists. Not defined for an empty list. Immutable and thread-safe.
 *
 * @param popularity the groups of {@link Groups#byPopularity}
 */
public record LongTailShare(Groups popularity) implements ListMetric {
    @Override
    public String label() {
        return "aplt";
    }

    @Override
    public void measure(UserCase user, int[] at, double[] values) {
        int tail = popularity.names().indexOf(Groups.TAIL);
        int found = 0;
        int r = 0;
        for (int c = 0; c < at.length; c++) {
            int k = Math.min(at[c], user.listSize());
            for (; r < k; r++) {
                found += popularity.group(popularity.start(user.listed(r))) == tail ? 1 : 0;
            }
            values[c] = k == 0 ? Double.NaN : (double) found / k;
        }
    }
}
