package io.kindred.evaluation.metric;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;

/**
 * The cosine of two items as sets of training users: users with both / sqrt(users with one * users with the other). It needs
 * no model and no features, so it is the same for every model on the same split.
 *
 * <p>Items with many users are kept as bit sets as well, which takes at most 4 bytes for each training interaction.
 */
public final class IncidenceCosine implements ItemCosine {
    private final SparseRows byItem;
    private final int users;
    private final long[][] bits;

    public IncidenceCosine(Interactions train) {
        this.users = train.userCount();
        this.byItem = train.distinct().byItem();
        this.bits = new long[byItem.rowCount()][];
        int words = (train.userCount() + Long.SIZE - 1) / Long.SIZE;
        for (int i = 0; i < bits.length; i++) {
            // From here on a bit set takes no more memory than the list of users does.
            if (byItem.length(i) >= 2 * words) {
                long[] set = new long[words];
                for (int p = byItem.start(i); p < byItem.end(i); p++) {
                    int user = byItem.column(p);
                    set[user >>> 6] |= 1L << user;
                }
                bits[i] = set;
            }
        }
    }

    @Override
    public double cosine(int a, int b) {
        int sizeA = byItem.length(a);
        int sizeB = byItem.length(b);
        if (sizeA == 0 || sizeB == 0) {
            return 0;
        }
        return ofCommon(common(a, b), a, b);
    }

    @Override
    public ListCosines lists() {
        return new IncidenceLists(this, byItem, users);
    }

    /** Whether so many of all users have an item that it is kept as a bit set. */
    boolean isFrequent(int item) {
        return bits[item] != null;
    }

    /** The cosine of two items with users, given how many they have in common. */
    double ofCommon(int common, int a, int b) {
        return common / Math.sqrt((double) byItem.length(a) * byItem.length(b));
    }

    private int common(int a, int b) {
        if (bits[a] != null) {
            return bits[b] != null ? intersect(bits[a], bits[b]) : intersect(b, bits[a]);
        }
        return bits[b] != null ? intersect(a, bits[b]) : intersect(a, b);
    }

    private static int intersect(long[] a, long[] b) {
        int n = 0;
        for (int w = 0; w < a.length; w++) {
            n += Long.bitCount(a[w] & b[w]);
        }
        return n;
    }

    private int intersect(int item, long[] set) {
        int n = 0;
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            int user = byItem.column(p);
            n += (int) (set[user >>> 6] >>> user & 1);
        }
        return n;
    }

    private int intersect(int a, int b) {
        int n = 0;
        int p = byItem.start(a);
        int q = byItem.start(b);
        while (p < byItem.end(a) && q < byItem.end(b)) {
            int x = byItem.column(p);
            int y = byItem.column(q);
            n += x == y ? 1 : 0;
            p += x <= y ? 1 : 0;
            q += y <= x ? 1 : 0;
        }
        return n;
    }
}
