package io.kindred.evaluation.metric;

import io.kindred.core.KindredException;
import java.util.Arrays;

/**
 * Measures of predicted click probabilities against clicks. All arrays of a call have one entry for each impression. Stateless
 * and thread-safe.
 */
public final class ClickMetrics {
    private static final double SMALLEST = 1e-15;

    private ClickMetrics() {}

    /**
     * The probability that a clicked impression has a higher score than one without click; equal scores count half.
     *
     * @return NaN where there are no clicks or nothing but clicks
     */
    public static double auc(double[] scores, boolean[] clicks) {
        requireSameLength(scores.length, clicks.length);
        int[] all = new int[scores.length];
        Arrays.setAll(all, i -> i);
        return auc(scores, clicks, all);
    }

    /**
     * The mean of the AUC within each group (usually a user), weighted by the group's impressions; groups without a click or
     * with nothing but clicks are left out (Zhou et al., Deep Interest Network for Click-Through Rate Prediction, 2018).
     *
     * @param groups the group of each impression
     * @return NaN where every group is left out
     */
    public static double gauc(double[] scores, boolean[] clicks, int[] groups) {
        requireSameLength(scores.length, clicks.length);
        requireSameLength(scores.length, groups.length);
        long[] keys = new long[groups.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) groups[i] << 32 | i;
        }
        Arrays.sort(keys);
        double sum = 0;
        long weight = 0;
        int from = 0;
        while (from < keys.length) {
            int to = from;
            while (to < keys.length && keys[to] >> 32 == keys[from] >> 32) {
                to++;
            }
            int[] members = new int[to - from];
            for (int i = 0; i < members.length; i++) {
                members[i] = (int) keys[from + i];
            }
            double within = auc(scores, clicks, members);
            if (!Double.isNaN(within)) {
                sum += within * members.length;
                weight += members.length;
            }
            from = to;
        }
        return weight == 0 ? Double.NaN : sum / weight;
    }

    /**
     * The mean of {@code -ln} of the probability given to what happened; probabilities are kept 1e-15 away from 0 and 1.
     *
     * @return NaN without impressions
     * @throws KindredException if a probability is not in [0, 1]
     */
    public static double logloss(double[] probabilities, boolean[] clicks) {
        requireProbabilities(probabilities, clicks);
        double sum = 0;
        for (int i = 0; i < clicks.length; i++) {
            double p = clicks[i] ? probabilities[i] : 1 - probabilities[i];
            sum -= Math.log(Math.clamp(p, SMALLEST, 1 - SMALLEST));
        }
        return clicks.length == 0 ? Double.NaN : sum / clicks.length;
    }

    /**
     * Predicted clicks divided by clicks: 1 when they agree on the whole, above 1 when too many are predicted (He et al.,
     * Practical Lessons from Predicting Clicks on Ads at Facebook, 2014).
     *
     * @return NaN where there are no clicks
     * @throws KindredException if a probability is not in [0, 1]
     */
    public static double calibration(double[] probabilities, boolean[] clicks) {
        requireProbabilities(probabilities, clicks);
        double predicted = 0;
        int happened = 0;
        for (int i = 0; i < clicks.length; i++) {
            predicted += probabilities[i];
            happened += clicks[i] ? 1 : 0;
        }
        return happened == 0 ? Double.NaN : predicted / happened;
    }

    /**
     * The expected calibration error: probabilities are put into bins of equal width, and the distance between the mean
     * probability and the share of clicks of each bin is averaged, weighted by the bin's impressions (Naeini, Cooper and
     * Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, 2015).
     *
     * @param bins how many, at least 1
     * @return NaN without impressions
     * @throws KindredException if a probability is not in [0, 1]
     */
    public static double calibrationError(double[] probabilities, boolean[] clicks, int bins) {
        requireProbabilities(probabilities, clicks);
        double[] predicted = new double[bins];
        int[] happened = new int[bins];
        for (int i = 0; i < clicks.length; i++) {
            int bin = Math.min(bins - 1, (int) (probabilities[i] * bins));
            predicted[bin] += probabilities[i];
            happened[bin] += clicks[i] ? 1 : 0;
        }
        double sum = 0;
        for (int b = 0; b < bins; b++) {
            sum += Math.abs(predicted[b] - happened[b]);
        }
        return clicks.length == 0 ? Double.NaN : sum / clicks.length;
    }

    /** By rank sums, with the mean rank for equal scores. */
    private static double auc(double[] scores, boolean[] clicks, int[] members) {
        Integer[] order = new Integer[members.length];
        Arrays.setAll(order, i -> members[i]);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a] + 0.0, scores[b] + 0.0));
        long positives = 0;
        double ranks = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            int clicked = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                clicked += clicks[order[to]] ? 1 : 0;
                to++;
            }
            if (to == from) {
                throw new KindredException("the score of impression " + order[from] + " is not a number");
            }
            ranks += clicked * ((from + 1 + to) / 2.0);
            positives += clicked;
            from = to;
        }
        long negatives = order.length - positives;
        if (positives == 0 || negatives == 0) {
            return Double.NaN;
        }
        return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    private static void requireProbabilities(double[] probabilities, boolean[] clicks) {
        requireSameLength(probabilities.length, clicks.length);
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new KindredException("the click probability of impression " + i + " is " + probabilities[i]
                        + " but must be from 0 to 1");
            }
        }
    }

    private static void requireSameLength(int scores, int others) {
        if (scores != others) {
            throw new IllegalArgumentException("impressions differ in number: " + scores + " and " + others);
        }
    }
}
