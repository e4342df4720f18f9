package io.kindred.evaluation.metric;

import java.util.Arrays;

/**
 * {@code diversity}: 1 minus the mean cosine over all pairs of the first k entries (Ziegler et al., Improving Recommendation
 * Lists Through Topic Diversification, 2005, as a mean). Not defined for lists of fewer than two items. Not thread-safe.
 */
public final class Diversity implements ListMetric {
    /** Popular pairs come up again and again; the cache only saves time, as a cosine is always the same. */
    private static final int CACHE_BITS = 16;

    private final ItemCosine items;
    private final long[] cachedPairs = new long[1 << CACHE_BITS];
    private final double[] cachedCosines = new double[1 << CACHE_BITS];

    public Diversity(ItemCosine items) {
        this.items = items;
        Arrays.fill(cachedPairs, -1);
    }

    @Override
    public String label() {
        return "diversity";
    }

    @Override
    public void measure(UserCase user, int[] at, double[] values) {
        double sum = 0;
        int r = 0;
        for (int c = 0; c < at.length; c++) {
            int k = Math.min(at[c], user.listSize());
            for (; r < k; r++) {
                int item = user.listed(r);
                for (int q = 0; q < r; q++) {
                    sum += cosine(user.listed(q), item);
                }
            }
            values[c] = k < 2 ? Double.NaN : 1 - sum / (k * (k - 1.0) / 2);
        }
    }

    private double cosine(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        long pair = (long) low << 32 | high;
        int slot = (int) ((pair * 0x9e3779b97f4a7c15L) >>> (Long.SIZE - CACHE_BITS));
        if (cachedPairs[slot] != pair) {
            cachedPairs[slot] = pair;
            cachedCosines[slot] = items.cosine(low, high);
        }
        return cachedCosines[slot];
    }
}
