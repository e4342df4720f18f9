package io.kindred.featurestore.importer;

/**
 * Recognises events that came before, in bounded memory.
 *
 * <p>It keeps 64-bit hashes, so two different events among n are taken for the same with a probability of about n * n /
 * 2^65: 3 in a million for ten million events. Up to {@code capacity} different events every repeat is found. Beyond
 * that the older half is forgotten again and again, so that repeats within the last half of the capacity are still found,
 * and {@link #exact} turns false, which the import report says.
 */
final class DuplicateFilter {
    private static final int SMALLEST_TABLE = 1 << 12;
    private static final long BYTES_PER_EVENT = 32;

    private final int generationLimit;
    private LongSet current = new LongSet();
    private LongSet previous = new LongSet();
    private boolean exact = true;

    /**
     * @param capacity number of different events up to which detection is exact, at least 2; at most 32 bytes are used
     *     for each
     */
    DuplicateFilter(long capacity) {
        if (capacity < 2) {
            throw new IllegalArgumentException("capacity " + capacity + "; at least 2");
        }
        this.generationLimit = (int) Math.min(capacity / 2, 1 << 28);
    }

    /** A filter that uses at most a quarter of the memory this process may use. */
    static DuplicateFilter forThisMachine() {
        return new DuplicateFilter(Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_EVENT));
    }

    /** Whether no event was forgotten so far. */
    boolean exact() {
        return exact;
    }

    /** Number of latest events among which every repeat is found when detection is no longer exact. */
    int window() {
        return generationLimit;
    }

    /** Remembers an event by its hash; false if it came before. */
    boolean addIfNew(long hash) {
        long key = hash == 0 ? 1 : hash;
        if (previous.size > 0 && previous.contains(key)) {
            return false;
        }
        if (!current.add(key)) {
            return false;
        }
        if (current.size >= generationLimit) {
            exact &= previous.size == 0;
            previous = current;
            current = new LongSet();
        }
        return true;
    }

    /** Spreads the bits of a number over all 64 bits (Steele, Lea and Flood, Fast splittable PRNGs, 2014: mix64). */
    static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    /** Open addressing over non-zero numbers. */
    private static final class LongSet {
        private long[] table = new long[SMALLEST_TABLE];
        private int size;

        boolean contains(long key) {
            int mask = table.length - 1;
            for (int slot = (int) key & mask; table[slot] != 0; slot = (slot + 1) & mask) {
                if (table[slot] == key) {
                    return true;
                }
            }
            return false;
        }

        boolean add(long key) {
            int mask = table.length - 1;
            int slot = (int) key & mask;
            while (table[slot] != 0) {
                if (table[slot] == key) {
                    return false;
                }
                slot = (slot + 1) & mask;
            }
            table[slot] = key;
            size++;
            if (size > table.length / 4 * 3) {
                grow();
            }
            return true;
        }

        private void grow() {
            long[] old = table;
            table = new long[old.length * 2];
            int mask = table.length - 1;
            for (long key : old) {
                if (key != 0) {
                    int slot = (int) key & mask;
                    while (table[slot] != 0) {
                        slot = (slot + 1) & mask;
                    }
                    table[slot] = key;
                }
            }
        }
    }
}
