package io.kindred.core.data;

import io.kindred.core.KindredException;
import io.kindred.core.id.Vocabulary;
import java.util.Arrays;
import java.util.Objects;

/**
 * Who interacted with what: an immutable sparse matrix of users by items, readable by user and by item.
 *
 * <p>A user's row is in chronological order (equal times in input order), so it serves sequence models as it is; an item's
 * row is ordered by user. The same pair may occur several times; {@link #distinct()} merges repeats. Values default to 1.
 *
 * <p>Memory: with at most 256 different values and times within 68 years of the first, 14 bytes an interaction for both
 * directions together. Thread-safe; the item view is built on first use.
 */
public final class Interactions {
    private final Vocabulary users;
    private final Vocabulary items;
    private final TimeKind timeKind;
    private final SparseRows byUser;
    private volatile SparseRows byItem;

    private Interactions(Vocabulary users, Vocabulary items, TimeKind timeKind, SparseRows byUser) {
        this.users = users;
        this.items = items;
        this.timeKind = timeKind;
        this.byUser = byUser;
    }

    /** A builder over fixed vocabularies. */
    public static Builder builder(Vocabulary users, Vocabulary items, TimeKind timeKind) {
        return new Builder(users, items, timeKind);
    }

    public Vocabulary users() {
        return users;
    }

    public Vocabulary items() {
        return items;
    }

    public int userCount() {
        return users.size();
    }

    public int itemCount() {
        return items.size();
    }

    /** The number of interactions, repeats included. */
    public int size() {
        return byUser.size();
    }

    public TimeKind timeKind() {
        return timeKind;
    }

    /** Rows are users, columns items; each row in chronological order. */
    public SparseRows byUser() {
        return byUser;
    }

    /** Rows are items, columns users in ascending order. It carries values but no times. */
    public SparseRows byItem() {
        SparseRows view = byItem;
        if (view == null) {
            synchronized (this) {
                view = byItem;
                if (view == null) {
                    view = transpose();
                    byItem = view;
                }
            }
        }
        return view;
    }

    /** Whether some value differs from 1: ratings, counts or weights. */
    public boolean hasValues() {
        return !byUser.allOnes();
    }

    /**
     * The same interactions over other vocabularies, which must have every id that occurs in them.
     *
     * @throws KindredException if an id with interactions is missing
     */
    public Interactions over(Vocabulary otherUsers, Vocabulary otherItems) {
        if (users.equals(otherUsers) && items.equals(otherItems)) {
            return this;
        }
        int[] userMap = users.mapTo(otherUsers);
        int[] itemMap = items.mapTo(otherItems);
        Builder moved = new Builder(otherUsers, otherItems, timeKind);
        for (int u = 0; u < userCount(); u++) {
            for (int p = byUser.start(u); p < byUser.end(u); p++) {
                int item = byUser.column(p);
                if (userMap[u] < 0 || itemMap[item] < 0) {
                    throw new KindredException("the interaction of user '" + users.idOf(u) + "' with item '"
                            + items.idOf(item) + "' cannot be moved to vocabularies that lack one of them");
                }
                moved.add(userMap[u], itemMap[item], byUser.value(p), byUser.time(p));
            }
        }
        return moved.build();
    }

    /**
     * The same interactions with repeats of a pair merged into the last one (its value, its time and its place in the row).
     *
     * @return this instance where no pair repeats
     */
    public Interactions distinct() {
        int[] lastSeen = new int[itemCount()];
        Arrays.fill(lastSeen, -1);
        if (!repeats(lastSeen)) {
            return this;
        }
        int[] keep = new int[size()];
        int kept = 0;
        int[] starts = new int[userCount() + 1];
        for (int u = 0; u < userCount(); u++) {
            int start = byUser.start(u);
            for (int p = start; p < byUser.end(u); p++) {
                lastSeen[byUser.column(p)] = p;
            }
            for (int p = start; p < byUser.end(u); p++) {
                if (lastSeen[byUser.column(p)] == p) {
                    keep[kept++] = p;
                }
            }
            starts[u + 1] = kept;
        }
        return select(starts, Arrays.copyOf(keep, kept));
    }

    /**
     * Whether some pair repeats.
     *
     * @param lastSeen -1 for each item; later the position of its last interaction
     */
    private boolean repeats(int[] lastSeen) {
        for (int u = 0; u < userCount(); u++) {
            for (int p = byUser.start(u); p < byUser.end(u); p++) {
                int item = byUser.column(p);
                if (lastSeen[item] >= byUser.start(u)) {
                    return true;
                }
                lastSeen[item] = p;
            }
        }
        return false;
    }

    /**
     * The same interactions with repeats of a pair merged into the last one (its time and its place in the row), whose value
     * becomes the sum of theirs. It is how weights of repeated events combine.
     *
     * @return this instance where no pair repeats
     */
    public Interactions combined() {
        Interactions last = distinct();
        if (last == this) {
            return this;
        }
        double[] sums = new double[itemCount()];
        ValueCollector values = new ValueCollector();
        for (int u = 0; u < userCount(); u++) {
            for (int p = byUser.start(u); p < byUser.end(u); p++) {
                sums[byUser.column(p)] += byUser.value(p);
            }
            for (int p = last.byUser.start(u); p < last.byUser.end(u); p++) {
                values.add((float) sums[last.byUser.column(p)]);
                sums[last.byUser.column(p)] = 0;
            }
        }
        return new Interactions(users, items, timeKind, last.byUser.withValues(values.finish()));
    }

    /** Gives an interaction a value, from its user, item, value and time. */
    @FunctionalInterface
    public interface Valuation {
        float value(int user, int item, float value, long time);
    }

    /**
     * The same interactions with other values.
     *
     * @throws KindredException if a value is NaN or infinite
     */
    public Interactions revalued(Valuation valuation) {
        ValueCollector values = new ValueCollector();
        for (int u = 0; u < userCount(); u++) {
            for (int p = byUser.start(u); p < byUser.end(u); p++) {
                int item = byUser.column(p);
                float value = valuation.value(u, item, byUser.value(p), byUser.time(p));
                requireFinite(users, items, u, item, value);
                values.add(value);
            }
        }
        return new Interactions(users, items, timeKind, byUser.withValues(values.finish()));
    }

    private static void requireFinite(Vocabulary users, Vocabulary items, int user, int item, float value) {
        if (!Float.isFinite(value)) {
            throw new KindredException("the interaction of user '" + users.idOf(user) + "' with item '"
                    + items.idOf(item) + "' has the value " + value + "; values must be finite numbers");
        }
    }

    /** Decides about one interaction, given its user, item, value, time and position in {@link #byUser()}. */
    @FunctionalInterface
    public interface Filter {
        boolean keep(int user, int item, float value, long time, int position);
    }

    /** The interactions that a filter keeps, over the same vocabularies. */
    public Interactions filter(Filter filter) {
        int[] keep = new int[size()];
        int kept = 0;
        int[] starts = new int[userCount() + 1];
        for (int u = 0; u < userCount(); u++) {
            for (int p = byUser.start(u); p < byUser.end(u); p++) {
                if (filter.keep(u, byUser.column(p), byUser.value(p), byUser.time(p), p)) {
                    keep[kept++] = p;
                }
            }
            starts[u + 1] = kept;
        }
        return kept == size() ? this : select(starts, Arrays.copyOf(keep, kept));
    }

    private Interactions select(int[] starts, int[] positions) {
        int[] columns = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            columns[i] = byUser.column(positions[i]);
        }
        SparseRows rows = byUser.reordered(starts, columns, positions);
        return new Interactions(users, items, timeKind, rows);
    }

    private SparseRows transpose() {
        int[] starts = new int[itemCount() + 1];
        for (int p = 0; p < size(); p++) {
            starts[byUser.column(p) + 1]++;
        }
        for (int i = 0; i < itemCount(); i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = Arrays.copyOf(starts, itemCount());
        int[] columns = new int[size()];
        int[] source = byUser.allOnes() ? null : new int[size()];
        for (int u = 0; u < userCount(); u++) {
            for (int p = byUser.start(u); p < byUser.end(u); p++) {
                int target = next[byUser.column(p)]++;
                columns[target] = u;
                if (source != null) {
                    source[target] = p;
                }
            }
        }
        return byUser.transposed(starts, columns, userCount(), source);
    }

    /** Collects interactions in any order. Not thread-safe. */
    public static final class Builder {
        private final Vocabulary users;
        private final Vocabulary items;
        private final TimeKind timeKind;
        private int[] userOf = new int[1024];
        private int[] itemOf = new int[1024];
        private final ValueCollector values = new ValueCollector();
        private final TimeCollector times = new TimeCollector();
        private int size;

        private Builder(Vocabulary users, Vocabulary items, TimeKind timeKind) {
            this.users = Objects.requireNonNull(users, "users");
            this.items = Objects.requireNonNull(items, "items");
            this.timeKind = Objects.requireNonNull(timeKind, "timeKind");
        }

        public int size() {
            return size;
        }

        /** Adds an interaction of value 1 with the next order index as its time. */
        public Builder add(int user, int item) {
            return add(user, item, 1f, size);
        }

        /**
         * Adds an interaction.
         *
         * @param user index in {@code [0, users.size())}
         * @param item index in {@code [0, items.size())}
         * @param value rating, count or weight; finite
         * @param time Unix seconds or an order index; ignored for {@link TimeKind#NONE}
         * @throws IndexOutOfBoundsException if an index is out of range
         * @throws KindredException if the value is NaN or infinite
         */
        public Builder add(int user, int item, float value, long time) {
            Objects.checkIndex(user, users.size());
            Objects.checkIndex(item, items.size());
            requireFinite(users, items, user, item, value);
            if (size == userOf.length) {
                userOf = Arrays.copyOf(userOf, Grow.next(size));
                itemOf = Arrays.copyOf(itemOf, userOf.length);
            }
            userOf[size] = user;
            itemOf[size] = item;
            values.add(value);
            if (timeKind != TimeKind.NONE) {
                times.add(time);
            }
            size++;
            return this;
        }

        /** Builds the matrix; the builder must not be used afterwards. */
        public Interactions build() {
            int[] starts = new int[users.size() + 1];
            for (int r = 0; r < size; r++) {
                starts[userOf[r] + 1]++;
            }
            for (int u = 0; u < users.size(); u++) {
                starts[u + 1] += starts[u];
            }
            int[] next = Arrays.copyOf(starts, users.size());
            int[] order = new int[size];
            for (int r = 0; r < size; r++) {
                order[next[userOf[r]]++] = r;
            }
            userOf = null;
            TimeColumn time = timeKind == TimeKind.NONE ? new TimeColumn.None() : times.finish();
            if (timeKind != TimeKind.NONE) {
                for (int u = 0; u < users.size(); u++) {
                    ChronologicalSort.sort(order, starts[u], starts[u + 1], time);
                }
            }
            int[] columns = new int[size];
            for (int p = 0; p < size; p++) {
                columns[p] = itemOf[order[p]];
            }
            itemOf = null;
            SparseRows rows = new SparseRows(
                    starts, columns, items.size(), values.finish().reorder(order), time.reorder(order));
            return new Interactions(users, items, timeKind, rows);
        }
    }
}
