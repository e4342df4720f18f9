package io.kindred.models.cf.itemknn;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.math.TopK;

/**
 * Counts the users that one item has in common with every other, in an accumulator as long as there are items, and keeps the
 * most similar ones. Belongs to one thread.
 */
final class NeighbourSearch {
    private final SparseRows byUser;
    private final SparseRows byItem;
    private final double shrink;
    private final Similarity similarity;
    private final int[] common;
    private final int[] touched;
    private final TopK best;

    /**
     * @param interactions without repeats
     */
    NeighbourSearch(Interactions interactions, ItemKnnParameters parameters) {
        this.byUser = interactions.byUser();
        this.byItem = interactions.byItem();
        this.shrink = parameters.shrink();
        this.similarity = parameters.similarity();
        int items = interactions.itemCount();
        this.common = new int[items];
        this.touched = new int[items + 1];
        this.best = new TopK(Math.min(parameters.neighbours(), Math.max(items - 1, 0)));
    }

    /** The most similar items, best first; items without a common user are never among them. */
    TopK.Ranked nearest(int item) {
        long work = 0;
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            work += byUser.length(byItem.column(p));
        }
        // Where most items are met anyway, going through all is cheaper than noting which.
        if (work >= common.length) {
            countAll(item);
        } else {
            countNoting(item);
        }
        return best.drain();
    }

    private void countAll(int item) {
        int[] counts = common;
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            int user = byItem.column(p);
            int end = byUser.end(user);
            for (int q = byUser.start(user); q < end; q++) {
                counts[byUser.column(q)]++;
            }
        }
        counts[item] = 0;
        double own = byItem.length(item);
        for (int j = 0; j < counts.length; j++) {
            int count = counts[j];
            if (count != 0) {
                counts[j] = 0;
                best.offer(j, (float) similarity.of(count, own, byItem.length(j), shrink));
            }
        }
    }

    private void countNoting(int item) {
        int[] counts = common;
        int found = 0;
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            int user = byItem.column(p);
            int end = byUser.end(user);
            for (int q = byUser.start(user); q < end; q++) {
                int j = byUser.column(q);
                touched[found] = j;
                found += counts[j] == 0 ? 1 : 0;
                counts[j]++;
            }
        }
        counts[item] = 0;
        double own = byItem.length(item);
        for (int t = 0; t < found; t++) {
            int j = touched[t];
            if (j != item) {
                best.offer(j, (float) similarity.of(counts[j], own, byItem.length(j), shrink));
                counts[j] = 0;
            }
        }
    }
}
