package io.kindred.core.id;

import io.kindred.core.KindredException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The border between the outside world's string ids and the dense indices {@code 0 .. size-1} used inside.
 *
 * <p>A vocabulary is immutable and append-only: {@link #extend()} yields a builder whose result keeps every existing index,
 * so an id is never renumbered. Its {@link #fingerprint()} identifies the ids and their order; data that carry different
 * fingerprints must not be mixed except through {@link #mapTo(Vocabulary)}.
 *
 * <p>Ids are kept as UTF-8 in one byte array with an open-addressing hash table beside it (about 13 bytes an id plus its
 * text). Instances are thread-safe.
 */
public final class Vocabulary {
    /** The longest id in UTF-8 bytes. */
    public static final int MAX_ID_BYTES = 1024;

    private final byte[] text;
    private final int[] ends;
    private final int[] table;
    private final int size;
    private final String fingerprint;

    private Vocabulary(Builder source) {
        this.size = source.size;
        int bytes = size == 0 ? 0 : source.ends[size - 1];
        this.text = Arrays.copyOf(source.text, bytes);
        this.ends = Arrays.copyOf(source.ends, size);
        this.table = source.table.clone();
        this.fingerprint = fingerprint(text, ends, size);
    }

    /** An empty vocabulary. */
    public static Vocabulary empty() {
        return builder().build();
    }

    /**
     * A vocabulary with the given ids, the first getting index 0.
     *
     * @throws KindredException if an id is empty, too long or occurs twice
     */
    public static Vocabulary of(List<String> ids) {
        Builder builder = builder();
        for (String id : ids) {
            int expected = builder.size();
            if (builder.add(id) != expected) {
                throw new KindredException("the id '" + id + "' occurs twice in a vocabulary");
            }
        }
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this vocabulary's ids at their indices. */
    public Builder extend() {
        return new Builder(this);
    }

    public int size() {
        return size;
    }

    /** The index of an id, or -1 where the vocabulary does not have it. */
    public int indexOf(String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        return find(table, text, ends, utf8, 0, utf8.length);
    }

    public boolean contains(String id) {
        return indexOf(id) >= 0;
    }

    /**
     * The id at an index.
     *
     * @throws IndexOutOfBoundsException if the index is not in {@code [0, size)}
     */
    public String idOf(int index) {
        Objects.checkIndex(index, size);
        int start = start(ends, index);
        return new String(text, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    /** All ids in index order, as an unmodifiable view. */
    public List<String> ids() {
        return new IdList();
    }

    /** Hexadecimal SHA-256 over the ids in index order, each preceded by its length; equal exactly for equal vocabularies. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * For each index of this vocabulary the index of the same id in {@code other}, or -1 where it has none.
     *
     * @return an array of length {@link #size()}
     */
    public int[] mapTo(Vocabulary other) {
        int[] map = new int[size];
        for (int i = 0; i < size; i++) {
            int start = start(ends, i);
            map[i] = find(other.table, other.text, other.ends, text, start, ends[i]);
        }
        return map;
    }

    /** Whether this vocabulary has the ids of another one at the same indices, and perhaps more behind them. */
    public boolean startsWith(Vocabulary prefix) {
        if (prefix.size > size || !Arrays.equals(ends, 0, prefix.size, prefix.ends, 0, prefix.size)) {
            return false;
        }
        int bytes = start(ends, prefix.size);
        return Arrays.equals(text, 0, bytes, prefix.text, 0, bytes);
    }

    /**
     * Fails unless both vocabularies are the same.
     *
     * @param what names the two sides in the error, as in "the report and the model"
     */
    public void requireSame(Vocabulary other, String what) {
        if (!fingerprint.equals(other.fingerprint)) {
            throw new KindredException(
                    what + " use different vocabularies (" + fingerprint.substring(0, 12) + " with " + size
                            + " ids, " + other.fingerprint.substring(0, 12) + " with " + other.size
                            + " ids); translate one with Vocabulary.mapTo");
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Vocabulary other && fingerprint.equals(other.fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return "Vocabulary[" + size + " ids, " + fingerprint.substring(0, 12) + "]";
    }

    private static int start(int[] ends, int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    private static int find(int[] table, byte[] text, int[] ends, byte[] key, int from, int to) {
        int mask = table.length - 1;
        for (int slot = hash(key, from, to) & mask; ; slot = (slot + 1) & mask) {
            int candidate = table[slot] - 1;
            if (candidate < 0) {
                return -1;
            }
            if (Arrays.equals(text, start(ends, candidate), ends[candidate], key, from, to)) {
                return candidate;
            }
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int h = 1;
        for (int i = from; i < to; i++) {
            h = 31 * h + bytes[i];
        }
        // Numeric ids differ in their last digits only; the finaliser of MurmurHash3 spreads them over the table.
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    private static String fingerprint(byte[] text, int[] ends, int size) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] length = new byte[4];
            for (int i = 0; i < size; i++) {
                int start = start(ends, i);
                int n = ends[i] - start;
                length[0] = (byte) (n >>> 24);
                length[1] = (byte) (n >>> 16);
                length[2] = (byte) (n >>> 8);
                length[3] = (byte) n;
                digest.update(length);
                digest.update(text, start, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private final class IdList extends AbstractList<String> implements RandomAccess {
        @Override
        public String get(int index) {
            return idOf(index);
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** Collects ids; adding an id that is there already returns its index. Not thread-safe. */
    public static final class Builder {
        private byte[] text;
        private int[] ends;
        private int[] table;
        private int size;

        private Builder() {
            this.text = new byte[256];
            this.ends = new int[16];
            this.table = new int[32];
        }

        private Builder(Vocabulary base) {
            this.text = base.text.clone();
            this.ends = base.ends.clone();
            this.table = base.table.clone();
            this.size = base.size;
        }

        public int size() {
            return size;
        }

        /** The index of an id, or -1. */
        public int indexOf(String id) {
            byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
            return indexOf(utf8, 0, utf8.length);
        }

        /** As {@link #indexOf(String)}, for UTF-8 bytes {@code [from, to)}. */
        public int indexOf(byte[] utf8, int from, int to) {
            return find(table, text, ends, utf8, from, to);
        }

        /**
         * Adds an id unless it is there.
         *
         * @return its index
         * @throws KindredException if the id is empty or longer than {@value #MAX_ID_BYTES} bytes in UTF-8
         */
        public int add(String id) {
            byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
            return add(utf8, 0, utf8.length);
        }

        /** As {@link #add(String)}, from UTF-8 bytes {@code [from, to)}; the bytes are copied. */
        public int add(byte[] utf8, int from, int to) {
            int found = find(table, text, ends, utf8, from, to);
            return found >= 0 ? found : append(utf8, from, to);
        }

        public Vocabulary build() {
            return new Vocabulary(this);
        }

        private int append(byte[] utf8, int from, int to) {
            int length = to - from;
            if (length == 0) {
                throw new KindredException("an id must not be empty");
            }
            if (length > MAX_ID_BYTES) {
                throw new KindredException("the id '" + new String(utf8, from, 40, StandardCharsets.UTF_8) + "...' has "
                        + length + " bytes; the limit is " + MAX_ID_BYTES);
            }
            int start = size == 0 ? 0 : ends[size - 1];
            if (start > Integer.MAX_VALUE - 8 - length) {
                throw new KindredException("the ids of one vocabulary exceed 2 GiB of text");
            }
            if (start + length > text.length) {
                text = Arrays.copyOf(
                        text, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(start + length, text.length * 2L)));
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, ends.length + (ends.length >> 1) + 16);
            }
            System.arraycopy(utf8, from, text, start, length);
            ends[size] = start + length;
            size++;
            if (size * 3L > table.length * 2L) {
                rehash();
            } else {
                insert(size - 1);
            }
            return size - 1;
        }

        private void rehash() {
            table = new int[table.length * 2];
            for (int i = 0; i < size; i++) {
                insert(i);
            }
        }

        private void insert(int index) {
            int mask = table.length - 1;
            int slot = hash(text, start(ends, index), ends[index]) & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = index + 1;
        }
    }
}
