package io.kindred.evaluation.metric;

import io.kindred.core.math.ScoreScan;
import java.util.Arrays;

/**
 * {@code auc}: the share of pairs of a relevant and another candidate in which the relevant one has the higher score; equal
 * scores count half, so a model that scores everything alike gets 0.5 whatever the order of the items. An item without a score
 * is behind every item with one. Not defined where every candidate is relevant. Not thread-safe.
 */
public final class RankingAuc {
    /** Up to so many relevant items it is faster to count scores for each than to look for the place of each score. */
    private static final int COUNTED = 64;

    private final ScoreScan scan = ScoreScan.best();
    private float[] relevant = new float[16];

    /**
     * The area under the curve of one user with at least one relevant item.
     *
     * @param scores a score for each item; NaN for items without one and for all that are no candidates
     */
    public double of(UserCase user, float[] scores) {
        int relevantCount = user.relevantCount();
        int others = user.candidateCount() - relevantCount;
        if (others == 0) {
            return Double.NaN;
        }
        if (relevant.length < relevantCount) {
            relevant = new float[relevantCount * 2];
        }
        int scored = 0;
        for (int r = 0; r < relevantCount; r++) {
            float score = scores[user.relevantItem(r)];
            if (!Float.isNaN(score)) {
                // Adding 0 turns -0 into 0, which sorting would put before it.
                relevant[scored++] = score + 0f;
            }
        }
        // In halves, so that the sum is a whole number and does not depend on any order.
        long halves = scored <= COUNTED ? halvesByCounting(scores, scored) : halvesBySearching(scores, scored);
        int scoredItems = scan.countNumbers(scores);
        // The relevant items were compared with each other too: two halves for each pair and one for each with itself.
        halves -= (long) scored * scored;
        long scoredOthers = (long) scoredItems - scored;
        long unscoredOthers = others - scoredOthers;
        long unscoredRelevant = (long) relevantCount - scored;
        halves += 2L * scored * unscoredOthers + unscoredRelevant * unscoredOthers;
        return halves / (2.0 * relevantCount * others);
    }

    /** For each relevant score the number of scores below it, twice, and of those equal to it. */
    private long halvesByCounting(float[] scores, int count) {
        long halves = 0;
        for (int r = 0; r < count; r++) {
            halves += scan.halvesBelow(scores, relevant[r]);
        }
        return halves;
    }

    /** The same, score by score. */
    private long halvesBySearching(float[] scores, int count) {
        Arrays.sort(relevant, 0, count);
        long halves = 0;
        for (float score : scores) {
            if (!Float.isNaN(score)) {
                halves += halvesBeating(score, count);
            }
        }
        return halves;
    }

    /** Twice the number of relevant scores above a score plus the number of those equal to it. */
    private long halvesBeating(float score, int count) {
        int notBelow = 0;
        for (int to = count; notBelow < to; ) {
            int middle = (notBelow + to) >>> 1;
            if (relevant[middle] < score) {
                notBelow = middle + 1;
            } else {
                to = middle;
            }
        }
        int above = notBelow;
        for (int to = count; above < to; ) {
            int middle = (above + to) >>> 1;
            if (relevant[middle] <= score) {
                above = middle + 1;
            } else {
                to = middle;
            }
        }
        return 2L * (count - above) + (above - notBelow);
    }
}
