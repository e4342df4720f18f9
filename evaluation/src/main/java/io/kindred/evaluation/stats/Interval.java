package io.kindred.evaluation.stats;

/**
 * A confidence interval; both ends are finite.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("not an interval: " + low + " to " + high);
        }
    }
}
