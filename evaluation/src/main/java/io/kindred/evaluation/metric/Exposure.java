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

    /** How often a relevant item of a group is in the first {@code at[c]}: {@code hitGroups[grouping][group][c]}. */
    private final long[][][] hitGroups;
    /** How many relevant items of a group there are: {@code relevantGroups[grouping][group]}. */
    private final long[][] relevantGroups;
    /** How often an item of a group is no candidate. */
    private final long[][] maskedGroups;

    private int lists;

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
        this.hitGroups = new long[groupings.size()][][];
        this.relevantGroups = new long[groupings.size()][];
        this.maskedGroups = new long[groupings.size()][];
        for (int g = 0; g < shownGroups.length; g++) {
            int groups = groupings.get(g).names().size();
            shownGroups[g] = new int[groups][at[at.length - 1]];
            hitGroups[g] = new long[groups][at.length];
            relevantGroups[g] = new long[groups];
            maskedGroups[g] = new long[groups];
        }
    }

    /** Counts the list of a user. */
    public void add(UserCase user) {
        lists++;
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
                    for (int c = at.length - 1; c >= 0 && r < at[c] && user.hit(r); c--) {
                        hitGroups[g][groups.group(m)][c]++;
                    }
                }
            }
        }
        for (int g = 0; g < shownGroups.length; g++) {
            for (int i = 0; i < user.relevantCount(); i++) {
                count(groupings.get(g), user.relevantItem(i), relevantGroups[g]);
            }
            for (int i = 0; i < user.maskedCount(); i++) {
                count(groupings.get(g), user.maskedItem(i), maskedGroups[g]);
            }
        }
    }

    private static void count(Groups groups, int item, long[] counts) {
        for (int m = groups.start(item); m < groups.end(item); m++) {
            counts[groups.group(m)]++;
        }
    }

    /** Adds the counts of another part of the users. */
    public void add(Exposure other) {
        for (int c = 0; c < at.length; c++) {
            add(other.shown[c], shown[c]);
        }
        add(other.places, places);
        lists += other.lists;
        for (int g = 0; g < shownGroups.length; g++) {
            for (int k = 0; k < shownGroups[g].length; k++) {
                add(other.shownGroups[g][k], shownGroups[g][k]);
                add(other.hitGroups[g][k], hitGroups[g][k]);
            }
            add(other.relevantGroups[g], relevantGroups[g]);
            add(other.maskedGroups[g], maskedGroups[g]);
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

    /**
     * How likely an item of a group is shown to a user of whom it is a candidate: places in the lists divided by candidates,
     * {@code P(R@k | g)} of Zhu, Wang and Caverlee (Measuring and Mitigating Item Under-Recommendation Bias in Personalized
     * Ranking Systems, 2020).
     *
     * @return from cut-off to rate; empty where the group has no candidates
     */
    public Map<Integer, Double> rates(int grouping, int group, int size) {
        long candidates = (long) lists * size - maskedGroups[grouping][group];
        Map<Integer, Double> rates = new TreeMap<>();
        for (int c = 0; c < at.length && candidates > 0; c++) {
            long places = 0;
            for (int r = 0; r < at[c]; r++) {
                places += shownGroups[grouping][group][r];
            }
            rates.put(at[c], (double) places / candidates);
        }
        return rates;
    }

    /** How many relevant items of a group all users together have. */
    public long relevant(int grouping, int group) {
        return relevantGroups[grouping][group];
    }

    /**
     * The share of the relevant items of a group, over all users, that is found: {@code P(R@k | g, y = 1)} of Zhu, Wang and
     * Caverlee (2020).
     *
     * @return from cut-off to share; empty where the group has no relevant items
     */
    public Map<Integer, Double> recalls(int grouping, int group) {
        long relevant = relevantGroups[grouping][group];
        Map<Integer, Double> recalls = new TreeMap<>();
        for (int c = 0; c < at.length && relevant > 0; c++) {
            recalls.put(at[c], (double) hitGroups[grouping][group][c] / relevant);
        }
        return recalls;
    }

    /**
     * {@code entropy}: Shannon entropy of the exposure over items in bits, {@code - sum of p log2 p} with p an item's share of
     * all places; log2 of the number of items when all are shown equally often, 0 when one gets everything. NaN where nothing is
     * shown.
     */
    public double entropy(int cutoff) {
        long total = 0;
        for (int count : shown[cutoff]) {
            total += count;
        }
        double entropy = 0;
        for (int count : shown[cutoff]) {
            double p = (double) count / total;
            entropy -= count == 0 ? 0 : p * Math.log(p);
        }
        return total == 0 ? Double.NaN : Math.max(0, entropy / Math.log(2));
    }

    private static void add(long[] from, long[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    private static void add(int[] from, int[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
