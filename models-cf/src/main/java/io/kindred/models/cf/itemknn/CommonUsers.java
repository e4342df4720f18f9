package io.kindred.models.cf.itemknn;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.math.TopK;
import io.kindred.core.neighbours.SimilarityMeasure;

/**
 * Counts the users that one item has in common with every other, in an accumulator as long as there are items, and keeps the
 * most similar ones. Belongs to one thread.
 */
final class CommonUsers {
    private final SparseRows byUser;
    private final SparseRows byItem;
    private final SimilarityMeasure measure;
    private final int neighbours;
    private final int[] common;
    private final int[] touched;
    private final long[] candidates;

    /**
     * @param interactions without repeats
     */
    CommonUsers(Interactions interactions, SimilarityMeasure measure, int neighbours) {
        this.byUser = interactions.byUser();
        this.byItem = interactions.byItem();
        this.measure = measure;
        this.neighbours = neighbours;
        int items = interactions.itemCount();
        this.common = new int[items];
        this.touched = new int[items + 1];
        this.candidates = new long[items];
    }

    /** The most similar items in any order; items without a common user are never among them. */
    TopK.Ranked nearest(int item) {
        long work = 0;
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            work += byUser.length(byItem.column(p));
        }
        // Where most items are met anyway, going through all is cheaper than noting which.
        int size = work >= common.length ? countAll(item) : countNoting(item);
        return select(size);
    }

    private int countAll(int item) {
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
        int size = 0;
        for (int j = 0; j < counts.length; j++) {
            int count = counts[j];
            if (count != 0) {
                counts[j] = 0;
                size = add(size, j, count, own);
            }
        }
        return size;
    }

    private int countNoting(int item) {
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
        int size = 0;
        for (int t = 0; t < found; t++) {
            int j = touched[t];
            int count = counts[j];
            if (count != 0) {
                counts[j] = 0;
                size = add(size, j, count, own);
            }
        }
        return size;
    }

    /** Similarities are positive, so their bits are ordered as they are; of equal ones the lower index is the larger number. */
    private int add(int size, int other, int count, double own) {
        if (count < measure.minSupport()) {
            return size;
        }
        float similarity = (float) measure.ofProfiles(count, own, byItem.length(other));
        candidates[size] = ((long) Float.floatToRawIntBits(similarity) << 32) | (Integer.MAX_VALUE - other);
        return size + 1;
    }

    private TopK.Ranked select(int size) {
        int kept = Math.min(size, neighbours);
        Largest.first(candidates, size, kept);
        int[] indices = new int[kept];
        float[] scores = new float[kept];
        for (int n = 0; n < kept; n++) {
            indices[n] = Integer.MAX_VALUE - (int) candidates[n];
            scores[n] = Float.intBitsToFloat((int) (candidates[n] >>> 32));
        }
        return new TopK.Ranked(indices, scores);
    }
}
