package io.kindred.core.scorer;

import java.util.Arrays;

/**
 * The different items of a session, in the order of their last occurrence, with what each counts. Belongs to one query.
 */
final class SessionItems {
    private final int[] items;
    private final double[] weights;
    private final int[] steps;
    private final int size;
    private final double norm;

    /**
     * @param history item indices, oldest first, repeats allowed
     * @param historyWeights as many as items, or null for all 1
     */
    SessionItems(int[] history, float[] historyWeights, SessionNeighbourhood rule) {
        int first = Math.max(0, history.length - rule.lastItems());
        int length = history.length - first;
        int[] distinct = new int[length];
        double[] weightOf = new double[length];
        int[] stepOf = new int[length];
        int found = 0;
        double squares = 0;
        for (int h = first; h < history.length; h++) {
            if (comesAgain(history, h)) {
                continue;
            }
            int place = h - first + 1;
            distinct[found] = history[h];
            weightOf[found] =
                    rule.placeWeighting().ofPlace(place, length) * (historyWeights == null ? 1f : historyWeights[h]);
            stepOf[found] = length - place + 1;
            squares += weightOf[found] * weightOf[found];
            found++;
        }
        this.items = Arrays.copyOf(distinct, found);
        this.weights = weightOf;
        this.steps = stepOf;
        this.size = found;
        this.norm = rule.similarity() == SessionNeighbourhood.Similarity.COSINE ? Math.sqrt(squares) : found;
    }

    private static boolean comesAgain(int[] history, int place) {
        for (int h = place + 1; h < history.length; h++) {
            if (history[h] == history[place]) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    int item(int index) {
        return items[index];
    }

    double weight(int index) {
        return weights[index];
    }

    /** How many steps back the item is, 1 for the last. */
    int step(int index) {
        return steps[index];
    }

    /** What the weights in common are divided by, besides what depends on the other session. */
    double norm() {
        return norm;
    }

    /** Where an item is, or -1. */
    int indexOf(int item) {
        for (int q = 0; q < size; q++) {
            if (items[q] == item) {
                return q;
            }
        }
        return -1;
    }
}
