package io.kindred.evaluation.offpolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well a log covers a policy.
 *
 * @param rounds of the log
 * @param effectiveSampleSize of the unchanged weights, between 0 and {@code rounds}
 * @param largestWeight of any round
 * @param largestShare of the sum of weights that the heaviest round has
 * @param meanWeight 1 in expectation where the propensities are right and the log covers the policy
 * @param meanWeightError standard error of {@code meanWeight}
 * @param withoutWeight share of the rounds whose action the policy would never choose
 * @param uncovered mean probability that the policy gives to actions never logged at that position; NaN where not known
 * @param rewarded how many rounds with a weight have a reward other than 0
 */
public record Overlap(
        int rounds,
        double effectiveSampleSize,
        double largestWeight,
        double largestShare,
        double meanWeight,
        double meanWeightError,
        double withoutWeight,
        double uncovered,
        int rewarded) {
    /** Below this share of the rounds the effective sample size is warned of. */
    private static final double SMALL_SHARE = 0.1;
    /** Below this effective sample size it is warned of, whatever the share. */
    private static final double SMALL_SIZE = 100;
    /** A single round with more than this share of the weight is warned of. */
    private static final double HEAVY_ROUND = 0.05;
    /** Fewer rewarded rounds than this make any interval doubtful. */
    private static final int FEW_REWARDS = 30;

    private static final double UNCOVERED = 0.01;
    private static final double STANDARD_ERRORS = 4;

    static Overlap of(WeightedLog log) {
        double[] w = log.weights();
        double sum = 0;
        double squares = 0;
        double largest = 0;
        int zero = 0;
        int rewarded = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i];
            squares += w[i] * w[i];
            largest = Math.max(largest, w[i]);
            zero += w[i] == 0 ? 1 : 0;
            rewarded += w[i] > 0 && log.rewards()[i] != 0 ? 1 : 0;
        }
        int n = w.length;
        double mean = sum / n;
        double variance = n < 2 ? Double.NaN : Math.max(0, squares / n - mean * mean) * n / (n - 1);
        return new Overlap(
                n,
                squares == 0 ? 0 : sum * sum / squares,
                largest,
                sum == 0 ? 0 : largest / sum,
                mean,
                Math.sqrt(variance / n),
                (double) zero / n,
                log.uncovered(),
                rewarded);
    }

    /** What should be said about this log and this policy together, sentences for people; empty where all is well. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (largestWeight == 0) {
            warnings.add("no overlap: the policy never chooses any action that was logged");
            return warnings;
        }
        if (effectiveSampleSize < SMALL_SHARE * rounds) {
            warnings.add(text(
                    "small effective sample: the %,d rounds are worth %.1f (%.1f%%); the policy differs much from the logging one",
                    rounds, effectiveSampleSize, 100 * effectiveSampleSize / rounds));
        } else if (effectiveSampleSize < SMALL_SIZE) {
            warnings.add(text("small effective sample: the %,d rounds are worth %.1f", rounds, effectiveSampleSize));
        }
        if (largestShare > HEAVY_ROUND) {
            warnings.add(text(
                    "one round carries %.1f%% of all weight (weight %.1f): clip or shrink the weights",
                    100 * largestShare, largestWeight));
        }
        if (uncovered > UNCOVERED) {
            warnings.add(text(
                    "no support: %.1f%% of the policy's choices are actions never logged there; "
                            + "weighing counts them as worth 0, models guess",
                    100 * uncovered));
        }
        if (Math.abs(meanWeight - 1) > STANDARD_ERRORS * meanWeightError) {
            warnings.add(text(
                    "the weights have a mean of %.3f (standard error %.3f) and should have 1: "
                            + "the propensities are wrong, or the log does not cover the policy",
                    meanWeight, meanWeightError));
        }
        if (rewarded < FEW_REWARDS) {
            warnings.add(text(
                    "only %d rounds that the policy could have chosen have a reward: intervals are rough", rewarded));
        }
        return warnings;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
