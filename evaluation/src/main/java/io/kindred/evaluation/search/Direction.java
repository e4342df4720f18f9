package io.kindred.evaluation.search;

import io.kindred.evaluation.report.Leaderboard;
import java.util.Comparator;

/** Which values of a metric are good. */
public enum Direction {
    MAXIMIZE,
    MINIMIZE;

    /** Which values of a metric are good, by its name, as in "ndcg@10" or "rmse". */
    public static Direction of(String metric) {
        return Leaderboard.lowerIsBetter(metric) ? MINIMIZE : MAXIMIZE;
    }

    /** Whether one value is better than another; every number is better than NaN. */
    public boolean better(double value, double than) {
        if (Double.isNaN(value) || Double.isNaN(than)) {
            return !Double.isNaN(value) && Double.isNaN(than);
        }
        return this == MAXIMIZE ? value > than : value < than;
    }

    /** Best first, NaN last. */
    Comparator<Double> bestFirst() {
        return (a, b) -> better(a, b) ? -1 : better(b, a) ? 1 : 0;
    }
}
