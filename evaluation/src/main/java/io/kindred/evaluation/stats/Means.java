package io.kindred.evaluation.stats;

/** Means over users in index order, where NaN stands for "not defined for this user". Stateless and thread-safe. */
public final class Means {
    private Means() {}

    /** The mean of the values that are not NaN; NaN if there are none. */
    public static double ofDefined(double[] values) {
        double sum = 0;
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** How many values are not NaN. */
    public static int countDefined(double[] values) {
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
            }
        }
        return n;
    }
}
