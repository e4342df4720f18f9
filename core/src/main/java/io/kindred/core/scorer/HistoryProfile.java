package io.kindred.core.scorer;

import java.util.Arrays;

/**
 * A history as a sparse row: its different items in ascending order, each with the weight of its last occurrence. Items whose
 * weight is not above 0 are left out.
 *
 * @param items ascending
 * @param values as many as items
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call, never compared
record HistoryProfile(int[] items, float[] values) {
    static HistoryProfile of(int[] history, float[] weights) {
        int[] items = history.clone();
        Arrays.sort(items);
        int kept = 0;
        for (int p = 0; p < items.length; p++) {
            if (p + 1 == items.length || items[p + 1] != items[p]) {
                items[kept++] = items[p];
            }
        }
        float[] values = new float[kept];
        if (weights == null) {
            Arrays.fill(values, 1f);
        } else {
            for (int h = 0; h < history.length; h++) {
                values[Arrays.binarySearch(items, 0, kept, history[h])] = weights[h];
            }
        }
        int positive = 0;
        for (int p = 0; p < kept; p++) {
            if (values[p] > 0) {
                items[positive] = items[p];
                values[positive++] = values[p];
            }
        }
        return new HistoryProfile(Arrays.copyOf(items, positive), Arrays.copyOf(values, positive));
    }

    boolean isSame(HistoryProfile other) {
        return Arrays.equals(items, other.items) && Arrays.equals(values, other.values);
    }
}
