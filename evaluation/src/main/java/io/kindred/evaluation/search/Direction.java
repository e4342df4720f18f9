package io.kindred.evaluation.search;

import java.util.Comparator;

/** Which values of a metric are good. */
public enum Direction {
    MAXIMIZE,
    MINIMIZE;

    /** Whether one value is better than another; nothing is better than, or worse than, NaN except that a number is. */
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
