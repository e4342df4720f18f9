package io.kindred.evaluation;

import io.kindred.evaluation.report.PerUserValues;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins the per-user values of several folds, or of several seeds, into one table: a user measured in several folds gets the mean of the values, so
 * that every user counts once and a bootstrap over users stays one over independent draws.
 */
public final class FoldValues {
    private FoldValues() {}

    /**
     * The joined values.
     *
     * @param folds of the same users and metrics, at least one
     */
    public static PerUserValues join(List<PerUserValues> folds) {
        if (folds.size() == 1) {
            return folds.getFirst();
        }
        int size = folds.getFirst().users().size();
        int[] rowOf = new int[size];
        Arrays.fill(rowOf, -1);
        Set<String> names = new LinkedHashSet<>();
        for (PerUserValues fold : folds) {
            names.addAll(fold.columns().keySet());
            for (int user : fold.userOf()) {
                rowOf[user] = 0;
            }
        }
        int[] userOf = new int[size];
        int rows = 0;
        for (int user = 0; user < size; user++) {
            if (rowOf[user] == 0) {
                userOf[rows] = user;
                rowOf[user] = rows++;
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : names) {
            columns.put(name, mean(folds, name, rowOf, rows));
        }
        return new PerUserValues(folds.getFirst().users(), Arrays.copyOf(userOf, rows), columns);
    }

    private static double[] mean(List<PerUserValues> folds, String name, int[] rowOf, int rows) {
        double[] sums = new double[rows];
        int[] counts = new int[rows];
        for (PerUserValues fold : folds) {
            double[] values = fold.columns().get(name);
            for (int r = 0; values != null && r < values.length; r++) {
                if (!Double.isNaN(values[r])) {
                    sums[rowOf[fold.userOf()[r]]] += values[r];
                    counts[rowOf[fold.userOf()[r]]]++;
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            sums[r] = counts[r] == 0 ? Double.NaN : sums[r] / counts[r];
        }
        return sums;
    }
}
