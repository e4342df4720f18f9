package io.kindred.evaluation.offpolicy;

/**
 * What each round contributes to an estimate, which is {@code mean(base) + sum(numerator) / sum(denominator)}; without a
 * numerator the mean alone. Keeping the three apart lets self-normalised estimators be resampled and linearised exactly.
 * Immutable and thread-safe.
 */
public final class Terms {
    private final double[] base;
    private final double[] numerator;
    private final double[] denominator;

    private Terms(double[] base, double[] numerator, double[] denominator) {
        this.base = base;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The mean of one column, which is not copied. */
    static Terms mean(double[] base) {
        return new Terms(base, new double[0], new double[0]);
    }

    /** Columns of equal length, not copied; the sum of the denominator must be above 0. */
    static Terms meanPlusRatio(double[] base, double[] numerator, double[] denominator) {
        return new Terms(base, numerator, denominator);
    }

    /** How many rounds contribute. */
    public int rounds() {
        return base.length;
    }

    /** The estimate. */
    public double value() {
        double mean = sum(base) / base.length;
        return numerator.length == 0 ? mean : mean + sum(numerator) / sum(denominator);
    }

    /** The value of a resample in which round i occurs {@code counts[i]} times; NaN where its denominator is 0. */
    double value(int[] counts) {
        double mean = dot(base, counts) / base.length;
        if (numerator.length == 0) {
            return mean;
        }
        double below = dot(denominator, counts);
        return below > 0 ? mean + dot(numerator, counts) / below : Double.NaN;
    }

    /**
     * Contributions whose mean is the value, and whose variance over rounds is that of the estimate to first order (the delta
     * method).
     */
    public double[] contributions() {
        if (numerator.length == 0) {
            return base;
        }
        double ratio = sum(numerator) / sum(denominator);
        double scale = denominator.length / sum(denominator);
        double[] linear = new double[base.length];
        for (int i = 0; i < linear.length; i++) {
            linear[i] = base[i] + ratio + (numerator[i] - ratio * denominator[i]) * scale;
        }
        return linear;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double dot(double[] values, int[] counts) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * counts[i];
        }
        return sum;
    }
}
