package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import java.util.Arrays;
import java.util.BitSet;

/**
 * How the scores of several models become one. What an item the user has already scores does not matter for the scale: scales
 * and ranks are taken over the other items, because those are what is recommended. Immutable and thread-safe.
 */
public sealed interface Fusion {
    /**
     * Adds one model's share to the scores of all items.
     *
     * @param scores the model's scores, NaN where it has none; overwritten
     * @param seen items that do not count for scale and rank
     * @param weight of the model
     * @param sum where the share is added
     */
    void add(float[] scores, BitSet seen, float weight, float[] sum);

    /** Writes what {@link #load} reads. */
    void save(ArtifactWriter out);

    /** The fusion in an artifact. */
    static Fusion load(ArtifactReader in) {
        int code = (int) in.number("fusion");
        if (code == Weighted.RANKS) {
            double constant = in.number("rank_constant");
            if (!(constant > 0) || Double.isInfinite(constant)) {
                throw new ArtifactException("the ensemble's rank constant is " + constant);
            }
            return new ReciprocalRank(constant);
        }
        for (Normalization normalization : Normalization.values()) {
            if (normalization.code == code) {
                return new Weighted(normalization);
            }
        }
        throw new ArtifactException(
                "the ensemble's fusion has the code " + code + ", which this version does not know");
    }

    /** What makes the scores of different models comparable. */
    enum Normalization {
        /** Scores as they are. */
        NONE(0),
        /** The smallest becomes 0, the largest 1. */
        MIN_MAX(1),
        /** Mean 0, standard deviation 1. */
        Z_SCORE(2);

        /** Its number in artifacts. */
        private final int code;

        Normalization(int code) {
            this.code = code;
        }
    }

    /**
     * The weighted sum of normalised scores; an item that a model cannot score gets the model's smallest.
     *
     * @param normalization what is done to each model's scores first
     */
    record Weighted(Normalization normalization) implements Fusion {
        private static final int RANKS = 100;
        /** A seen item may lie far outside the scale of the others; the sum of all members must stay finite. */
        private static final double LARGEST = 1e30;

        @Override
        public void add(float[] scores, BitSet seen, float weight, float[] sum) {
            double count = 0;
            double total = 0;
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                if (!Float.isNaN(scores[i]) && !seen.get(i)) {
                    count++;
                    total += scores[i];
                    least = Math.min(least, scores[i]);
                    most = Math.max(most, scores[i]);
                }
            }
            if (count == 0) {
                return;
            }
            double mean = total / count;
            double squares = 0;
            for (int i = 0; i < scores.length; i++) {
                if (!Float.isNaN(scores[i]) && !seen.get(i)) {
                    squares += (scores[i] - mean) * (scores[i] - mean);
                }
            }
            double origin =
                    switch (normalization) {
                        case NONE -> 0;
                        case MIN_MAX -> least;
                        case Z_SCORE -> mean;
                    };
            double unit =
                    switch (normalization) {
                        case NONE -> 1;
                        case MIN_MAX -> (double) most - least;
                        case Z_SCORE -> Math.sqrt(squares / count);
                    };
            // Scores that are all the same tell nothing apart.
            double factor = unit > 0 ? weight / unit : 0;
            for (int i = 0; i < scores.length; i++) {
                float score = Float.isNaN(scores[i]) ? least : scores[i];
                sum[i] += (float) Math.clamp(factor * (score - origin), -LARGEST, LARGEST);
            }
        }

        @Override
        public void save(ArtifactWriter out) {
            out.setting("fusion", normalization.code);
        }
    }

    /**
     * {@code weight / (constant + rank)}, the rank counted from 1 (Cormack, Clarke and Buettcher, Reciprocal Rank Fusion
     * Outperforms Condorcet and Individual Rank Learning Methods, 2009). Of equal scores the lower index comes first; an item
     * that a model cannot score adds nothing.
     *
     * @param constant above 0; the larger, the less the first ranks stand out
     */
    record ReciprocalRank(double constant) implements Fusion {
        public ReciprocalRank {
            if (!(constant > 0) || Double.isInfinite(constant)) {
                throw new IllegalArgumentException("the rank constant is " + constant + " but must be above 0");
            }
        }

        @Override
        public void add(float[] scores, BitSet seen, float weight, float[] sum) {
            long[] order = new long[scores.length];
            int n = 0;
            for (int i = 0; i < scores.length; i++) {
                if (!Float.isNaN(scores[i])) {
                    order[n++] = key(scores[i], i);
                }
            }
            Arrays.sort(order, 0, n);
            int rank = 1;
            for (int r = 0; r < n; r++) {
                int item = (int) order[r];
                sum[item] += (float) (weight / (constant + rank));
                rank += seen.get(item) ? 0 : 1;
            }
        }

        /** Ascending for descending scores, and then for ascending items. */
        private static long key(float score, int item) {
            // Adding zero makes one of the two zeros.
            int bits = Float.floatToIntBits(score + 0f);
            int ascending = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
            return ((long) ~ascending << Integer.SIZE) | item;
        }

        @Override
        public void save(ArtifactWriter out) {
            out.setting("fusion", Weighted.RANKS);
            out.setting("rank_constant", constant);
        }
    }
}
