package io.kindred.models.cf.slim;

import io.kindred.core.math.TopK;
import io.kindred.models.cf.gram.ItemRegressions;
import io.kindred.models.cf.gram.LocalGram;
import java.util.Arrays;

/**
 * Coordinate descent for one item with covariance updates: what is left of the products with the item is kept up to date for
 * all candidates, so that visiting a weight that stays as it is costs nothing. Between two visits of all weights those that
 * are not zero are visited until they rest. Friedman, Hastie, Tibshirani: Regularization Paths for Generalized Linear Models
 * via Coordinate Descent, 2010. Belongs to one thread.
 */
final class ElasticNet implements ItemRegressions.Solver {
    /** A weight rests once it moves by less; scores add up few weights, and order is all that matters of them. */
    private static final double TOLERANCE = 1e-5;

    private final LocalGram local;
    private final double l1;
    private final double l2;
    private final boolean nonNegative;
    private final int epochs;
    private double[] left = new double[0];
    private double[] weights = new double[0];
    private int[] active = new int[0];

    ElasticNet(LocalGram local, SlimParameters parameters) {
        this.local = local;
        this.l1 = parameters.l1();
        this.l2 = parameters.l2();
        this.nonNegative = parameters.nonNegative();
        this.epochs = parameters.epochs();
    }

    @Override
    public TopK.Ranked weights(int item) {
        // All products are at least 0, so a non-negative weight whose product does not exceed l1 stays zero for good.
        local.select(item, nonNegative ? l1 : 0);
        int size = local.size();
        double[] matrix = local.matrix(true);
        left = Arrays.copyOf(local.targets(), size);
        weights = new double[size];
        active = new int[size];
        descend(matrix, size);
        return kept(size);
    }

    private void descend(double[] matrix, int size) {
        for (int visits = 0; visits < epochs; visits++) {
            double moved = 0;
            int count = 0;
            for (int n = 0; n < size; n++) {
                moved = Math.max(moved, visit(n, matrix, size));
                if (weights[n] != 0) {
                    active[count++] = n;
                }
            }
            for (; visits < epochs && moved > TOLERANCE; visits++) {
                double most = 0;
                for (int a = 0; a < count; a++) {
                    most = Math.max(most, visit(active[a], matrix, size));
                }
                if (most <= TOLERANCE) {
                    break;
                }
            }
            if (moved <= TOLERANCE) {
                return;
            }
        }
    }

    /** Sets a weight to its best value given the others; returns by how much it moved. */
    private double visit(int n, double[] matrix, int size) {
        double old = weights[n];
        double square = matrix[n * size + n];
        double pull = left[n] + square * old;
        double reach = Math.abs(pull) - l1;
        double best = reach <= 0 || (nonNegative && pull < 0) ? 0 : Math.copySign(reach, pull) / (square + l2);
        double step = best - old;
        if (step != 0) {
            weights[n] = best;
            int start = n * size;
            for (int j = 0; j < size; j++) {
                left[j] -= step * matrix[start + j];
            }
        }
        return Math.abs(step);
    }

    private TopK.Ranked kept(int size) {
        int count = 0;
        int[] items = new int[size];
        float[] values = new float[size];
        for (int n = 0; n < size; n++) {
            float value = (float) weights[n];
            if (value != 0) {
                items[count] = local.item(n);
                values[count++] = value;
            }
        }
        return new TopK.Ranked(Arrays.copyOf(items, count), Arrays.copyOf(values, count));
    }
}
