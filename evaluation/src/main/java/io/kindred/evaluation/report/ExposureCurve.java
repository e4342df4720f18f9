package io.kindred.evaluation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Lorenz curve of items (Lorenz, Methods of Measuring the Concentration of Wealth, 1905): which share of everything the
 * least shown items get together. The area between it and the diagonal is half the Gini index. Immutable.
 *
 * @param of {@value #TRAINING} for the interactions of the training part, else the cut-off of the lists, as in "@10"
 * @param shares 101 values from 0 to 1, never falling: at index p the share that the least shown p percent of all items get,
 *     in millionths
 */
public record ExposureCurve(String of, List<Double> shares) {
    /** The name of the curve of the training part. */
    public static final String TRAINING = "training";

    private static final int STEPS = 100;
    private static final double DIGITS = 1e6;

    public ExposureCurve {
        shares = List.copyOf(shares);
        if (shares.size() != STEPS + 1) {
            throw new IllegalArgumentException(
                    "an exposure curve has " + (STEPS + 1) + " points, not " + shares.size());
        }
    }

    /**
     * The curve of counts, with straight lines between items.
     *
     * @param counts how often each item occurs; at least one must be positive
     */
    public static ExposureCurve of(String name, int[] counts) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        double[] running = new double[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            running[i + 1] = running[i] + sorted[i];
        }
        double total = running[sorted.length];
        if (!(total > 0)) {
            throw new IllegalArgumentException("an exposure curve needs a positive count");
        }
        List<Double> shares = new ArrayList<>();
        for (int p = 0; p <= STEPS; p++) {
            double place = (double) p * sorted.length / STEPS;
            int below = Math.min((int) place, sorted.length - 1);
            double reached = running[below] + (place - below) * (running[below + 1] - running[below]);
            shares.add(Math.rint(reached / total * DIGITS) / DIGITS);
        }
        return new ExposureCurve(name, shares);
    }

    /**
     * The mean of curves, point by point.
     *
     * @param curves of the same name, at least one
     */
    public static ExposureCurve mean(List<ExposureCurve> curves) {
        List<Double> shares = new ArrayList<>();
        for (int p = 0; p <= STEPS; p++) {
            double sum = 0;
            for (ExposureCurve curve : curves) {
                sum += curve.shares.get(p);
            }
            shares.add(Math.rint(sum / curves.size() * DIGITS) / DIGITS);
        }
        return new ExposureCurve(curves.getFirst().of, shares);
    }

    /** As JSON values: {@code {"of": "@10", "shares": [...]}}. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("of", of);
        map.put("shares", shares);
        return map;
    }
}
