package io.kindred.evaluation.metric;

/**
 * {@code diversity}: 1 minus the mean cosine over all pairs of the first k entries (Ziegler et al., Improving Recommendation
 * Lists Through Topic Diversification, 2005, as a mean). Not defined for lists of fewer than two items. Not thread-safe.
 */
public final class Diversity implements ListMetric {
    private final ListCosines cosines;

    public Diversity(ItemCosine items) {
        this.cosines = items.lists();
    }

    @Override
    public String label() {
        return "diversity";
    }

    @Override
    public void measure(UserCase user, int[] at, double[] values) {
        cosines.clear();
        double sum = 0;
        int r = 0;
        for (int c = 0; c < at.length; c++) {
            int k = Math.min(at[c], user.listSize());
            for (; r < k; r++) {
                sum += cosines.add(user.listed(r));
            }
            values[c] = k < 2 ? Double.NaN : 1 - sum / (k * (k - 1.0) / 2);
        }
    }
}
