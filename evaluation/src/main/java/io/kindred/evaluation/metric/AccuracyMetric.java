package io.kindred.evaluation.metric;

/**
 * How well the first k entries of a list find a user's relevant items. Every value lies in [0, 1]. A list shorter than k is
 * measured as if it were filled up with irrelevant items. Stateless and thread-safe.
 */
public enum AccuracyMetric implements ListMetric {
    /** 1 if any of the k is relevant. */
    HIT("hit") {
        @Override
        double at(UserCase user, int k) {
            return hits(user, k) > 0 ? 1 : 0;
        }
    },
    /** Hits divided by all relevant items. */
    RECALL("recall") {
        @Override
        double at(UserCase user, int k) {
            return (double) hits(user, k) / user.relevantCount();
        }
    },
    /** Hits divided by min(relevant, k), so that 1 can be reached. */
    RECALL_CAPPED("recall-capped") {
        @Override
        double at(UserCase user, int k) {
            return (double) hits(user, k) / Math.min(user.relevantCount(), k);
        }
    },
    /** Hits divided by k. */
    PRECISION("precision") {
        @Override
        double at(UserCase user, int k) {
            return (double) hits(user, k) / k;
        }
    },
    /**
     * Sum of 1 / log2(rank + 1) over the hits, divided by the same sum for a list that starts with min(relevant, k) hits
     * (Järvelin and Kekäläinen, Cumulated Gain-Based Evaluation of IR Techniques, 2002).
     */
    NDCG("ndcg") {
        @Override
        double at(UserCase user, int k) {
            double gained = 0;
            for (int r = 0; r < Math.min(k, user.listSize()); r++) {
                if (user.hit(r)) {
                    gained += discount(r + 1);
                }
            }
            if (gained == 0) {
                return 0;
            }
            double ideal = 0;
            for (int r = 0; r < Math.min(user.relevantCount(), k); r++) {
                ideal += discount(r + 1);
            }
            return gained / ideal;
        }
    },
    /** 1 / rank of the first hit, 0 without one. */
    MRR("mrr") {
        @Override
        double at(UserCase user, int k) {
            for (int r = 0; r < Math.min(k, user.listSize()); r++) {
                if (user.hit(r)) {
                    return 1.0 / (r + 1);
                }
            }
            return 0;
        }
    },
    /** Sum of the precision at each hit's rank, divided by min(relevant, k). */
    MAP("map") {
        @Override
        double at(UserCase user, int k) {
            int found = 0;
            double sum = 0;
            for (int r = 0; r < Math.min(k, user.listSize()); r++) {
                if (user.hit(r)) {
                    found++;
                    sum += (double) found / (r + 1);
                }
            }
            return sum / Math.min(user.relevantCount(), k);
        }
    };

    private static final double LOG_2 = Math.log(2);

    private final String label;

    AccuracyMetric(String label) {
        this.label = label;
    }

    abstract double at(UserCase user, int k);

    @Override
    public void measure(UserCase user, int[] at, double[] values) {
        for (int c = 0; c < at.length; c++) {
            values[c] = at(user, at[c]);
        }
    }

    @Override
    public String label() {
        return label;
    }

    /** The weight of a rank, from 1: {@code 1 / log2(rank + 1)}. */
    public static double discount(int rank) {
        return LOG_2 / Math.log(rank + 1.0);
    }

    private static int hits(UserCase user, int k) {
        int found = 0;
        for (int r = 0; r < Math.min(k, user.listSize()); r++) {
            found += user.hit(r) ? 1 : 0;
        }
        return found;
    }
}
