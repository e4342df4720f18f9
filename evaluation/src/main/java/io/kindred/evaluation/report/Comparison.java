package io.kindred.evaluation.report;

import io.kindred.evaluation.stats.PairedTest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The best model of a leaderboard against another one, user by user.
 *
 * @param difference mean of the best model's values minus mean of the other's, over the users that both have
 * @param t the paired t test
 * @param wilcoxon the signed-rank test
 * @param adjustedT the t test's p after Holm's correction for all comparisons of the leaderboard
 * @param adjustedWilcoxon likewise for the signed-rank test
 */
public record Comparison(
        double difference, PairedTest t, PairedTest wilcoxon, double adjustedT, double adjustedWilcoxon) {
    /** Above this a difference is not called one. */
    public static final double SIGNIFICANCE = 0.05;

    /** Whether both tests speak for a difference. */
    public boolean significant() {
        return adjustedT < SIGNIFICANCE && adjustedWilcoxon < SIGNIFICANCE;
    }

    /** As JSON values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("difference", difference);
        map.put("pairs", t.pairs());
        map.put("pairedT", test(t, adjustedT));
        map.put("wilcoxon", test(wilcoxon, adjustedWilcoxon));
        map.put("significant", significant());
        return map;
    }

    private static Map<String, Object> test(PairedTest test, double adjusted) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("statistic", test.statistic());
        map.put("p", test.p());
        map.put("pHolm", adjusted);
        return map;
    }
}
