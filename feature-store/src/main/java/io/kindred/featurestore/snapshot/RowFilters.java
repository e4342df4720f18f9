package io.kindred.featurestore.snapshot;

import io.kindred.featurestore.importer.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applies the filters of a data set to the rows of a snapshot. One bit a row is kept, and a count for each user and item.
 */
final class RowFilters {
    /** What to keep; null and the defaults keep everything. */
    static final class Settings {
        Double minRating;
        Long from;
        Long to;
        TreeSet<String> types;
        Set<Part> parts;
        DuplicatePolicy duplicates = DuplicatePolicy.KEEP_ALL;
        int minUser = 1;
        int minItem = 1;
    }

    @FunctionalInterface
    private interface RowPredicate {
        boolean keep(int row);
    }

    private final EventTable events;
    private final BitSet rows;
    private final int[] users;
    private final int[] items;
    private final List<FilterStep> steps = new ArrayList<>();
    private long remaining;

    private RowFilters(EventTable events, SnapshotManifest manifest) {
        this.events = events;
        this.rows = new BitSet(events.rows());
        this.rows.set(0, events.rows());
        this.remaining = events.rows();
        this.users = new int[manifest.counts().users()];
        this.items = new int[manifest.counts().items()];
    }

    static RowFilters apply(EventTable events, SnapshotManifest manifest, Settings settings) {
        RowFilters filters = new RowFilters(events, manifest);
        filters.rows(manifest, settings);
        filters.duplicates(settings.duplicates);
        filters.count();
        if (settings.minUser > 1 || settings.minItem > 1) {
            filters.core(settings.minUser, settings.minItem);
        }
        return filters;
    }

    /** The rows that are kept. */
    BitSet rows() {
        return rows;
    }

    /** Number of kept rows of each user of the snapshot. */
    int[] users() {
        return users;
    }

    /** Number of kept rows of each item of the snapshot. */
    int[] items() {
        return items;
    }

    /** What each filter did. */
    List<FilterStep> steps() {
        return steps;
    }

    private void rows(SnapshotManifest manifest, Settings settings) {
        if (settings.minRating != null) {
            double least = settings.minRating;
            keep("minimum rating " + least, row -> events.value(row) >= least);
        }
        if (settings.from != null) {
            long from = settings.from;
            long to = settings.to;
            keep("time from " + from + " to " + to, row -> events.time(row) >= from && events.time(row) < to);
        }
        if (settings.types != null) {
            boolean[] wanted = new boolean[manifest.eventTypes().size()];
            for (int code = 0; code < wanted.length; code++) {
                wanted[code] = settings.types.contains(manifest.eventTypes().get(code));
            }
            keep("event types " + String.join(", ", settings.types), row -> wanted[events.type(row)]);
        }
        if (settings.parts != null) {
            boolean[] wanted = new boolean[Part.values().length];
            settings.parts.forEach(part -> wanted[part.code()] = true);
            keep("parts " + settings.parts, row -> wanted[events.part(row)]);
        }
    }

    private void keep(String filter, RowPredicate predicate) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (!predicate.keep(row)) {
                rows.clear(row);
            }
        }
        log(filter);
    }

    private void log(String filter) {
        long left = rows.cardinality();
        steps.add(new FilterStep(filter, remaining - left, left));
        remaining = left;
    }

    /** Goes through the rows user by user; the best row so far of each item is kept in an array over items. */
    private void duplicates(DuplicatePolicy policy) {
        if (policy == DuplicatePolicy.KEEP_ALL) {
            return;
        }
        int[] starts = new int[users.length + 1];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            starts[events.user(row) + 1]++;
        }
        for (int user = 0; user < users.length; user++) {
            starts[user + 1] += starts[user];
        }
        int[] next = Arrays.copyOf(starts, users.length);
        int[] order = new int[(int) remaining];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            order[next[events.user(row)]++] = row;
        }
        int parts = Part.values().length;
        int[] best = new int[items.length * parts];
        Arrays.fill(best, -1);
        for (int user = 0; user < users.length; user++) {
            for (int at = starts[user]; at < starts[user + 1]; at++) {
                int row = order[at];
                int slot = events.item(row) * parts + events.part(row);
                int other = best[slot];
                if (other >= 0 && events.user(other) == user) {
                    boolean later = events.time(row) >= events.time(other);
                    boolean replaces =
                            policy == DuplicatePolicy.KEEP_LAST ? later : events.time(row) < events.time(other);
                    rows.clear(replaces ? other : row);
                    best[slot] = replaces ? row : other;
                } else {
                    best[slot] = row;
                }
            }
        }
        log("repeats of a user and item, " + policy.label());
    }

    private void count() {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            users[events.user(row)]++;
            items[events.item(row)]++;
        }
    }

    /** Removes users and items with too few events until none is left; the result does not depend on the order. */
    private void core(int minUser, int minItem) {
        int rounds = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                int user = events.user(row);
                int item = events.item(row);
                if (users[user] < minUser || items[item] < minItem) {
                    rows.clear(row);
                    users[user]--;
                    items[item]--;
                    changed = true;
                }
            }
            rounds++;
        }
        log("at least " + minUser + " events a user and " + minItem + " an item, " + rounds + " rounds");
    }
}
