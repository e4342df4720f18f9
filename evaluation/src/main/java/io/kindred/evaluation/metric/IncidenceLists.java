package io.kindred.evaluation.metric;

import io.kindred.core.data.SparseRows;
import java.util.Arrays;

/**
 * {@link ListCosines} of {@link IncidenceCosine}, with the same bits as pair by pair. The users that an item has in common with
 * all items before it are counted at once, by chaining for each user the list's items; this takes as long as the items have
 * users, where pair by pair it would be as long as the pairs have. Items of many users would make the chains long, but such
 * pairs come up again and again, so they are remembered instead.
 */
final class IncidenceLists implements ListCosines {
    /** An item of more users is not chained. */
    private static final int CHAINED_USERS = 2_048;

    private final IncidenceCosine cosine;
    private final SparseRows byItem;
    private final PairCache pairs;
    /** For each user the last link of the chain plus 1; 0 for none. */
    private final int[] last;
    /** For each link the one before it plus 1, and the place of its item in the list. */
    private int[] before = new int[1 << 12];

    private int[] place = new int[1 << 12];
    private int links;
    private int[] list = new int[16];
    private int[] common = new int[16];
    private int size;

    IncidenceLists(IncidenceCosine cosine, SparseRows byItem, int users) {
        this.cosine = cosine;
        this.byItem = byItem;
        this.pairs = new PairCache(cosine);
        this.last = new int[users];
    }

    @Override
    public void clear() {
        for (int q = 0; q < size; q++) {
            if (isChained(list[q])) {
                for (int p = byItem.start(list[q]); p < byItem.end(list[q]); p++) {
                    last[byItem.column(p)] = 0;
                }
            }
        }
        links = 0;
        size = 0;
    }

    @Override
    public double add(int item) {
        if (size == list.length) {
            list = Arrays.copyOf(list, 2 * size);
            common = new int[2 * size];
        }
        boolean chained = isChained(item);
        if (chained) {
            countAndChain(item);
        }
        double sum = 0;
        for (int q = 0; q < size; q++) {
            if (!chained || !isChained(list[q])) {
                sum += pairs.cosine(list[q], item);
            } else if (common[q] > 0) {
                sum += cosine.ofCommon(common[q], list[q], item);
            }
        }
        list[size++] = item;
        return sum;
    }

    private boolean isChained(int item) {
        return byItem.length(item) <= CHAINED_USERS && !cosine.isFrequent(item);
    }

    private void countAndChain(int item) {
        Arrays.fill(common, 0, size, 0);
        int needed = links + byItem.length(item);
        if (needed > before.length) {
            before = Arrays.copyOf(before, 2 * needed);
            place = Arrays.copyOf(place, 2 * needed);
        }
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            int user = byItem.column(p);
            for (int link = last[user]; link > 0; link = before[link - 1]) {
                common[place[link - 1]]++;
            }
            before[links] = last[user];
            place[links++] = size;
            last[user] = links;
        }
    }
}
