package io.kindred.core.scorer;

import java.util.Arrays;

/**
 * A history as a sparse row: its different items in ascending order, each with the weight or rating of its last
 * occurrence. Items whose weight is not above 0 are left out.
 *
 * @param items ascending
 * @param values as many as items
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call, never compared
record HistoryProfile(int[] items, float[] values) {
    static HistoryProfile of(int[] history, float[] weights) {
        int[] items = different(history);
        float[] values = new float[items.length];
        Arrays.fill(values, 1f);
        for (int h = 0; h < history.length && weights != null; h++) {
            values[Arrays.binarySearch(items, history[h])] = weights[h];
        }
        int positive = 0;
        for (int p = 0; p < items.length; p++) {
            if (values[p] > 0) {
                items[positive] = items[p];
                values[positive++] = values[p];
            }
        }
        return new HistoryProfile(Arrays.copyOf(items, positive), Arrays.copyOf(values, positive));
    }

    /** A history of ratings, clipped to their scale; without ratings every item is rated at its top. */
    static HistoryProfile ofRatings(int[] history, float[] ratings, RatingScale scale) {
        int[] items = different(history);
        float[] values = new float[items.length];
        for (int h = 0; h < history.length; h++) {
            values[Arrays.binarySearch(items, history[h])] = scale.of(ratings, h);
        }
        return new HistoryProfile(items, values);
    }

    private static int[] different(int[] history) {
        int[] items = history.clone();
        Arrays.sort(items);
        int kept = 0;
        for (int p = 0; p < items.length; p++) {
            if (p + 1 == items.length || items[p + 1] != items[p]) {
                items[kept++] = items[p];
            }
        }
        return Arrays.copyOf(items, kept);
    }
}
