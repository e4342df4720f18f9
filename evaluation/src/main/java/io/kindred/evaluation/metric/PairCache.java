package io.kindred.evaluation.metric;

import java.util.Arrays;

/** Cosines of pairs that came up lately. It only saves time, as a cosine is always the same. Not thread-safe. */
final class PairCache {
    private static final int BITS = 16;

    private final ItemCosine items;
    private final long[] pairs = new long[1 << BITS];
    private final double[] cosines = new double[1 << BITS];

    PairCache(ItemCosine items) {
        this.items = items;
        Arrays.fill(pairs, -1);
    }

    double cosine(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        long pair = (long) low << 32 | high;
        int slot = (int) ((pair * 0x9e3779b97f4a7c15L) >>> (Long.SIZE - BITS));
        if (pairs[slot] != pair) {
            pairs[slot] = pair;
            cosines[slot] = items.cosine(low, high);
        }
        return cosines[slot];
    }
}
