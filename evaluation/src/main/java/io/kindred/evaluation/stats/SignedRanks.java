package io.kindred.evaluation.stats;

import java.util.Arrays;

/**
 * Ranks of the absolute differences, summed by sign; pairs without difference are dropped, equal ones share their mean rank.
 *
 * @param positive sum of the ranks of positive differences
 * @param negative sum of the ranks of negative differences
 * @param ties sum of t^3 - t over groups of t equal absolute differences
 * @param count how many differences are not 0
 */
record SignedRanks(double positive, double negative, double ties, int count) {
    static SignedRanks of(double[] differences) {
        double[] kept = Arrays.stream(differences).filter(d -> d != 0).toArray();
        int n = kept.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (x, y) -> Double.compare(Math.abs(kept[x]), Math.abs(kept[y])));
        double positive = 0;
        double ties = 0;
        int from = 0;
        while (from < n) {
            int to = from + 1;
            while (to < n && Math.abs(kept[order[to]]) == Math.abs(kept[order[from]])) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                positive += kept[order[i]] > 0 ? rank : 0;
            }
            double tied = to - from;
            ties += tied * tied * tied - tied;
            from = to;
        }
        double total = n * (n + 1.0) / 2;
        return new SignedRanks(positive, total - positive, ties, n);
    }

    /** The sum of all ranks. */
    double total() {
        return positive + negative;
    }
}
