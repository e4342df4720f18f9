package io.kindred.evaluation.report;

import io.kindred.core.KindredException;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of each metric for each user. NaN stands for "not defined for this user": ranking metrics of a user without a
 * relevant test item, novelty of an empty list. Immutable by contract: the arrays are not copied and must not be changed.
 *
 * @param users the vocabulary of the indices
 * @param userOf the user of each row, ascending and without repeats
 * @param columns one value for each row, by metric name as in "ndcg@10"
 */
public record PerUserValues(Vocabulary users, int[] userOf, Map<String, double[]> columns) {
    public PerUserValues {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        for (int r = 0; r < userOf.length; r++) {
            if (userOf[r] < (r == 0 ? 0 : userOf[r - 1] + 1) || userOf[r] >= users.size()) {
                throw new IllegalArgumentException("row " + r + " has user index " + userOf[r]
                        + "; indices must ascend and be below " + users.size());
            }
        }
        columns.forEach((name, values) -> {
            if (values.length != userOf.length) {
                throw new IllegalArgumentException(
                        "column '" + name + "' has " + values.length + " values for " + userOf.length + " users");
            }
        });
    }

    /**
     * The values of a metric.
     *
     * @throws KindredException if there is none of that name; the message lists what exists
     */
    public double[] column(String metric) {
        double[] values = columns.get(metric);
        if (values == null) {
            List<String> names = new ArrayList<>(columns.keySet());
            throw new KindredException("there are no per-user values of '" + metric + "'; available: "
                    + String.join(", ", names) + Suggestion.didYouMean(metric, names));
        }
        return values;
    }

    public int rows() {
        return userOf.length;
    }

    /**
     * The values of a metric in this table and another for the users for whom both are defined, in the same order.
     *
     * @return two arrays of the same length
     * @throws KindredException if the tables use different vocabularies
     */
    public double[][] paired(PerUserValues other, String metric) {
        users.requireSame(other.users, "the per-user values of two reports");
        double[] mine = column(metric);
        double[] theirs = other.column(metric);
        int shared = 0;
        int[] left = new int[Math.min(rows(), other.rows())];
        int[] right = new int[left.length];
        for (int a = 0, b = 0; a < rows() && b < other.rows(); ) {
            int order = Integer.compare(userOf[a], other.userOf[b]);
            if (order == 0 && !Double.isNaN(mine[a]) && !Double.isNaN(theirs[b])) {
                left[shared] = a;
                right[shared] = b;
                shared++;
            }
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }
        double[][] pairs = new double[2][shared];
        for (int i = 0; i < shared; i++) {
            pairs[0][i] = mine[left[i]];
            pairs[1][i] = theirs[right[i]];
        }
        return pairs;
    }

    /**
     * One metric of several tables over the same rows: the users that some table has, ascending.
     *
     * @param tables of one vocabulary, such as those of several models or seeds
     * @return {@code values[table][row]}, NaN where a table has no value for a user; no rows where there are no tables
     * @throws KindredException if the tables use different vocabularies or one lacks the metric
     */
    public static double[][] aligned(List<PerUserValues> tables, String metric) {
        double[][] aligned = new double[tables.size()][];
        if (tables.isEmpty()) {
            return aligned;
        }
        Vocabulary users = tables.getFirst().users;
        BitSet present = new BitSet(users.size());
        for (PerUserValues table : tables) {
            users.requireSame(table.users, "the per-user values of two reports");
            for (int user : table.userOf) {
                present.set(user);
            }
        }
        int[] rowOf = new int[users.size()];
        int rows = 0;
        for (int user = present.nextSetBit(0); user >= 0; user = present.nextSetBit(user + 1)) {
            rowOf[user] = rows++;
        }
        for (int t = 0; t < aligned.length; t++) {
            double[] from = tables.get(t).column(metric);
            double[] to = new double[rows];
            Arrays.fill(to, Double.NaN);
            for (int r = 0; r < from.length; r++) {
                to[rowOf[tables.get(t).userOf[r]]] = from[r];
            }
            aligned[t] = to;
        }
        return aligned;
    }
}
