package io.kindred.core.online;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The ids of all events of a log as 128-bit digests (the first half of SHA-256) in an open-addressing table: 24 to 48 bytes an
 * event, whatever the length of its id. Not thread-safe.
 */
final class EventIds {
    private final MessageDigest sha256;
    private long[] table = new long[2 * 1024];
    private int size;

    EventIds() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    int size() {
        return size;
    }

    boolean contains(String id) {
        ByteBuffer digest = digest(id);
        long high = nonZero(digest.getLong(0));
        return table[2 * slot(table, high, digest.getLong(8))] != 0;
    }

    /** Whether the id was not there before. */
    boolean add(String id) {
        ByteBuffer digest = digest(id);
        long high = nonZero(digest.getLong(0));
        long low = digest.getLong(8);
        int slot = slot(table, high, low);
        if (table[2 * slot] != 0) {
            return false;
        }
        table[2 * slot] = high;
        table[2 * slot + 1] = low;
        size++;
        if (size * 3L > table.length / 2 * 2L) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(table.length, 2)];
        for (int s = 0; s < table.length; s += 2) {
            if (table[s] != 0) {
                int slot = slot(larger, table[s], table[s + 1]);
                larger[2 * slot] = table[s];
                larger[2 * slot + 1] = table[s + 1];
            }
        }
        table = larger;
    }

    /** Where the digest is, or the free slot where it belongs. */
    private static int slot(long[] table, long high, long low) {
        int mask = table.length / 2 - 1;
        int slot = (int) low & mask;
        while (table[2 * slot] != 0 && (table[2 * slot] != high || table[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private ByteBuffer digest(String id) {
        return ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8)));
    }

    /** Zero marks a free slot. */
    private static long nonZero(long high) {
        return high == 0 ? 1 : high;
    }
}
