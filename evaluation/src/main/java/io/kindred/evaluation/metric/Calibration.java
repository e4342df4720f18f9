package io.kindred.evaluation.metric;

import java.util.Arrays;

/**
 * {@code calibration-kl-...}: how far the categories of the first k entries are from those of the user's history; 0 where every
 * category has the share that the user gave it (Steck, Calibrated Recommendations, 2018). With p the shares of the categories
 * in the history and q those in the list, every item giving equal parts of 1 to its categories: {@code sum over g of p(g)
 * ln(p(g) / ((1 - a) q(g) + a p(g)))}, a = {@value #SMOOTHING}, in nats. Items without a category are left out on both sides; a
 * list without any counts as q = 0, the worst value {@code -ln a}. Not defined for an empty list and where no item of the
 * history has a category. Not thread-safe.
 */
public final class Calibration implements ListMetric {
    private static final double SMOOTHING = 0.01;

    private final Groups categories;
    private final int unknown;
    private final double[] wanted;
    private final double[] shown;

    /**
     * @param categories of the items, such as {@link Groups#byColumn} finds them
     */
    public Calibration(Groups categories) {
        this.categories = categories;
        this.unknown = categories.names().indexOf(Groups.UNKNOWN);
        this.wanted = new double[categories.names().size()];
        this.shown = new double[wanted.length];
    }

    @Override
    public String label() {
        return "calibration-kl-" + categories.name();
    }

    @Override
    public void measure(UserCase user, int[] at, double[] values) {
        Arrays.fill(wanted, 0);
        Arrays.fill(shown, 0);
        double all = 0;
        for (int h = 0; h < user.historySize(); h++) {
            all += add(user.historyItem(h), wanted);
        }
        double listed = 0;
        int r = 0;
        for (int c = 0; c < at.length; c++) {
            int k = Math.min(at[c], user.listSize());
            for (; r < k; r++) {
                listed += add(user.listed(r), shown);
            }
            values[c] = k == 0 || all == 0 ? Double.NaN : divergence(all, listed);
        }
    }

    /** Returns 1, or 0 for an item without a category. */
    private int add(int item, double[] shares) {
        int from = categories.start(item);
        int to = categories.end(item);
        if (categories.group(from) == unknown) {
            return 0;
        }
        for (int p = from; p < to; p++) {
            shares[categories.group(p)] += 1.0 / (to - from);
        }
        return 1;
    }

    private double divergence(double all, double listed) {
        double sum = 0;
        for (int g = 0; g < wanted.length; g++) {
            if (wanted[g] > 0) {
                double p = wanted[g] / all;
                double q = listed == 0 ? 0 : shown[g] / listed;
                sum += p * Math.log(p / ((1 - SMOOTHING) * q + SMOOTHING * p));
            }
        }
        return Math.max(0, sum);
    }
}
