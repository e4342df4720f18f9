package io.kindred.core.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * The items each user had in training, in chronological order and without repeats, over heap or mapped memory. Thread-safe.
 */
public final class UserHistories {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int[] starts;
    private final MemorySegment items;
    private final int itemCount;
    private volatile int[] counts;

    /**
     * Histories over memory that is not copied.
     *
     * @param starts one ascending position per user and one more, from 0
     * @param items item indices in {@code [0, itemCount)}, little-endian ints
     */
    public UserHistories(int[] starts, MemorySegment items, int itemCount) {
        if (items.byteSize() < (long) starts[starts.length - 1] * Integer.BYTES) {
            throw new IllegalArgumentException("the histories have too little memory behind them");
        }
        this.starts = starts;
        this.items = items.asReadOnly();
        this.itemCount = itemCount;
    }

    /** The histories in training data, over their memory; the last of repeated interactions counts. */
    public static UserHistories of(Interactions interactions) {
        SparseRows rows = interactions.distinct().byUser();
        return new UserHistories(rows.starts(), MemorySegment.ofArray(rows.columns()), interactions.itemCount());
    }

    /**
     * These histories followed by newer interactions; the last of repeated ones counts, as in {@link #of(Interactions)}. The
     * result has its own memory.
     *
     * @param newer over vocabularies that begin with those of these histories
     */
    public UserHistories extendedBy(Interactions newer) {
        if (newer.userCount() < userCount() || newer.itemCount() < itemCount) {
            throw new IllegalArgumentException(
                    "interactions of " + newer.userCount() + " users with " + newer.itemCount()
                            + " items cannot extend the histories of " + userCount() + " with " + itemCount);
        }
        SparseRows rows = newer.byUser();
        int[] lastSeen = new int[newer.itemCount()];
        int[] columns = new int[Math.addExact(size(), rows.size())];
        int[] all = new int[columns.length];
        int[] merged = new int[newer.userCount() + 1];
        int size = 0;
        int stamp = 0;
        for (int u = 0; u < newer.userCount(); u++) {
            int old = u < userCount() ? length(u) : 0;
            if (old > 0) {
                MemorySegment.copy(items, INT, (long) starts[u] * Integer.BYTES, all, 0, old);
            }
            int length = old;
            for (int p = rows.start(u); p < rows.end(u); p++) {
                all[length++] = rows.column(p);
            }
            // Stamps grow with the position, over all users, so that the marks need no clearing.
            for (int h = 0; h < length; h++) {
                lastSeen[all[h]] = stamp + h + 1;
            }
            for (int h = 0; h < length; h++) {
                if (lastSeen[all[h]] == stamp + h + 1) {
                    columns[size++] = all[h];
                }
            }
            stamp += length;
            merged[u + 1] = size;
        }
        int[] kept = Arrays.copyOf(columns, size);
        return new UserHistories(merged, MemorySegment.ofArray(kept), newer.itemCount());
    }

    public int userCount() {
        return starts.length - 1;
    }

    public int itemCount() {
        return itemCount;
    }

    /** How many different user-item pairs there are. */
    public int size() {
        return starts[starts.length - 1];
    }

    public int length(int user) {
        return starts[user + 1] - starts[user];
    }

    /** A copy of a user's items, oldest first; empty for a user without training data. */
    public int[] of(int user) {
        Objects.checkIndex(user, userCount());
        int[] copy = new int[length(user)];
        MemorySegment.copy(items, INT, (long) starts[user] * Integer.BYTES, copy, 0, copy.length);
        return copy;
    }

    /** How many users had an item. */
    public int count(int item) {
        return counts()[item];
    }

    /** How many users had each item, as a copy. */
    public int[] itemCounts() {
        return counts().clone();
    }

    private int[] counts() {
        int[] known = counts;
        if (known == null) {
            known = new int[itemCount];
            for (int p = 0; p < size(); p++) {
                known[items.get(INT, (long) p * Integer.BYTES)]++;
            }
            counts = known;
        }
        return known;
    }

    /** The start positions, not a copy; do not change them. */
    public int[] starts() {
        return starts;
    }

    /** The item indices as memory. */
    public MemorySegment items() {
        return items;
    }

    @Override
    public String toString() {
        return "UserHistories[" + userCount() + " users, " + size() + " pairs]"
                + (size() < 20 ? Arrays.toString(starts) : "");
    }
}
