package io.kindred.evaluation.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the lists of all users show, counted in whole numbers so that the result does not depend on the order of users or on
 * threads. Every thread counts for itself; {@link #add(Exposure)} brings the counts together. Not thread-safe.
 */
public final class Exposure {
    private final int[] at;
    private final int items;
    /** How often an item was shown in the first {@code at[c]}: {@code shown[c][item]}. */
    private final int[][] shown;

    /** How many lists have an entry at a rank, from 0; lists may be shorter than the longest cut-off. */
    private final int[] places;

    private final List<Groups> groupings;
    /** How often a group was shown at a rank, from 0: {@code shownGroups[grouping][group][rank]}. */
    private final int[][][] shownGroups;

    /**
     * @param at cut-offs in ascending order
     * @param items how many there are
     * @param groupings groups of items whose share of the exposure is wanted
     */
    public Exposure(int[] at, int items, List<Groups> groupings) {
        this.at = at.clone();
        this.items = items;
        this.shown = new int[at.length][items];
        this.places = new int[at[at.length - 1]];
        this.groupings = List.copyOf(groupings);
        this.shownGroups = new int[groupings.size()][][];
        for (int g = 0; g < shownGroups.length; g++) {
            shownGroups[g] = new int[groupings.get(g).names().size()][at[at.length - 1]];
        }
    }

    /** Counts the list of a user. */
    public void add(UserCase user) {
        int length = Math.min(at[at.length - 1], user.listSize());
        for (int r = 0; r < length; r++) {
            int item = user.listed(r);
            places[r]++;
            for (int c = at.length - 1; c >= 0 && r < at[c]; c--) {
                shown[c][item]++;
            }
            for (int g = 0; g < shownGroups.length; g++) {
                Groups groups = groupings.get(g);
                for (int m = groups.start(item); m < groups.end(item); m++) {
                    shownGroups[g][groups.group(m)][r]++;
                }
            }
        }
    }

    /** Adds the counts of another part of the users. */
    public void add(Exposure other) {
        for (int c = 0; c < at.length; c++) {
            add(other.shown[c], shown[c]);
        }
        add(other.places, places);
        for (int g = 0; g < shownGroups.length; g++) {
            for (int k = 0; k < shownGroups[g].length; k++) {
                add(other.shownGroups[g][k], shownGroups[g][k]);
            }
        }
    }

    /** How often each item is shown in the lists; not a copy. */
    public int[] shown(int cutoff) {
        return shown[cutoff];
    }

    /** {@code coverage}: the share of all items that somebody is shown; NaN without items. */
    public double coverage(int cutoff) {
        int covered = 0;
        for (int count : shown[cutoff]) {
            covered += count > 0 ? 1 : 0;
        }
        return items == 0 ? Double.NaN : (double) covered / items;
    }

    /**
     * {@code gini}: how unequally exposure is spread over all items, those never shown included; 0 when all are shown equally
     * often, close to 1 when few get everything. With counts c in ascending order:
     * {@code sum over i = 1..n of (2 i - n - 1) c_i / (n * sum of c)}. NaN where nothing is shown.
     */
    public double gini(int cutoff) {
        int[] sorted = shown[cutoff].clone();
        Arrays.sort(sorted);
        double weighted = 0;
        long total = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
            total += sorted[i];
        }
        return total == 0 ? Double.NaN : weighted / ((double) sorted.length * total);
    }

    /**
     * The share of exposure that a group gets, where a place at a rank weighs {@code 1 / log2(rank + 1)} (Singh and Joachims,
     * Fairness of Exposure in Rankings, 2018). Items in several groups count for each, so shares may add up to more than 1.
     *
     * @return from cut-off to share; empty where nothing is shown
     */
    public Map<Integer, Double> shares(int grouping, int group) {
        Map<Integer, Double> shares = new TreeMap<>();
        for (int c = 0; c < at.length; c++) {
            double all = 0;
            double own = 0;
            for (int r = 0; r < at[c]; r++) {
                double weight = AccuracyMetric.discount(r + 1);
                all += weight * places[r];
                own += weight * shownGroups[grouping][group][r];
            }
            if (all > 0) {
                shares.put(at[c], own / all);
            }
        }
        return shares;
    }

    private static void add(int[] from, int[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
