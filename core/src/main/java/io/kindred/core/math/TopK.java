package io.kindred.core.math;

import java.util.Arrays;

/**
 * The k best of a stream of (index, score): higher score first, then the lower index. NaN is never kept. A bounded heap with
 * the worst kept entry on top, so an offer that cannot enter costs one comparison. Not thread-safe; reusable after
 * {@link #clear()}.
 */
public final class TopK {
    private final int k;
    private final int[] indices;
    private final float[] scores;
    private int size;

    /**
     * @param k how many to keep, at least 0
     */
    public TopK(int k) {
        if (k < 0) {
            throw new IllegalArgumentException("k must not be negative: " + k);
        }
        this.k = k;
        this.indices = new int[k];
        this.scores = new float[k];
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /** Offers an entry; it is kept while it belongs to the k best so far. */
    public void offer(int index, float score) {
        if (size == k) {
            // Written so that NaN falls through to the return.
            if (k == 0 || !(score > scores[0] || (score == scores[0] && index < indices[0]))) {
                return;
            }
            siftDown(index, score);
        } else if (!Float.isNaN(score)) {
            siftUp(index, score);
        }
    }

    /** Offers every index of an array of scores. */
    public void offerAll(float[] values) {
        int i = 0;
        for (; i < values.length && size < k; i++) {
            offer(i, values[i]);
        }
        if (k == 0) {
            return;
        }
        ScoreScan scan = ScoreScan.best();
        for (i = scan.firstAtLeast(values, i, scores[0]);
                i < values.length;
                i = scan.firstAtLeast(values, i + 1, scores[0])) {
            offer(i, values[i]);
        }
    }

    /** Removes and returns the kept entries, best first. */
    public Ranked drain() {
        int[] rankedIndices = new int[size];
        float[] rankedScores = new float[size];
        for (int at = size - 1; at >= 0; at--) {
            rankedIndices[at] = indices[0];
            rankedScores[at] = scores[0];
            size--;
            if (size > 0) {
                siftDown(indices[size], scores[size]);
            }
        }
        return new Ranked(rankedIndices, rankedScores);
    }

    /**
     * Entries in order, best first.
     *
     * @param indices which
     * @param scores how good, of the same length
     */
    @SuppressWarnings("ArrayRecordComponent") // a result to be read, never compared
    public record Ranked(int[] indices, float[] scores) {
        public int size() {
            return indices.length;
        }

        @Override
        public String toString() {
            return "Ranked" + Arrays.toString(indices) + Arrays.toString(scores);
        }
    }

    /** Whether entry a ranks behind entry b. */
    private static boolean worse(int indexA, float scoreA, int indexB, float scoreB) {
        return scoreA < scoreB || (scoreA == scoreB && indexA > indexB);
    }

    private void siftUp(int index, float score) {
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!worse(index, score, indices[parent], scores[parent])) {
                break;
            }
            indices[at] = indices[parent];
            scores[at] = scores[parent];
            at = parent;
        }
        indices[at] = index;
        scores[at] = score;
    }

    /** Places an entry at the root and lets it sink to its place. */
    private void siftDown(int index, float score) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && worse(indices[child + 1], scores[child + 1], indices[child], scores[child])) {
                child++;
            }
            if (!worse(indices[child], scores[child], index, score)) {
                break;
            }
            indices[at] = indices[child];
            scores[at] = scores[child];
            at = child;
        }
        indices[at] = index;
        scores[at] = score;
    }
}
