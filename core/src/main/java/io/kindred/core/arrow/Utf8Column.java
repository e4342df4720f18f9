package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Text, stored as UTF-8, plain or through a dictionary. Bytes that are not UTF-8 are decoded as
 * U+FFFD; {@link #bytes} gives them unchanged.
 */
public final class Utf8Column extends ColumnBase implements ArrowColumn {
    private final ByteValues values;
    private final Utf8Column dictionary;

    /** Creates a plain column. */
    Utf8Column(ArrowType type, long length, Validity validity, Offsets offsets, MemorySegment data) {
        super(type, length, validity);
        this.values = new ByteValues(offsets, data, null);
        this.dictionary = null;
    }

    /** Creates a dictionary-encoded column whose indices are in range wherever the row is not null. */
    Utf8Column(long length, Validity validity, DictionaryIndices indices, Utf8Column dictionary) {
        super(dictionary.type(), length, validity);
        this.values = new ByteValues(dictionary.values.offsets(), dictionary.values.data(), indices);
        this.dictionary = dictionary;
    }

    /** Encodes the strings; {@code null} elements are null rows. At most 2 GiB of UTF-8 together. */
    public static Utf8Column of(List<String> values) {
        List<byte[]> encoded = new ArrayList<>(values.size());
        for (String value : values) {
            encoded.add(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }
        BinaryColumn bytes = BinaryColumn.of(encoded);
        return new Utf8Column(
                ArrowType.Scalar.UTF8,
                bytes.length(),
                bytes.validity(),
                bytes.byteValues().offsets(),
                bytes.byteValues().data());
    }

    /**
     * Wraps 32-bit offsets (one more than rows) into UTF-8 data, and a validity bitmap, which may be
     * {@code null}.
     *
     * @throws IllegalArgumentException when offsets decrease or leave the data
     */
    public static Utf8Column of(MemorySegment offsets, MemorySegment data, MemorySegment validity) {
        return of(offsets, false, data, validity);
    }

    /** Wraps 64-bit offsets as {@link #of(MemorySegment, MemorySegment, MemorySegment)} does 32-bit ones. */
    public static Utf8Column ofLarge(MemorySegment offsets, MemorySegment data, MemorySegment validity) {
        return of(offsets, true, data, validity);
    }

    private static Utf8Column of(MemorySegment offsets, boolean wide, MemorySegment data, MemorySegment validity) {
        long length = Math.max(0, count(offsets, wide ? Long.BYTES : Integer.BYTES) - 1);
        return new Utf8Column(
                wide ? ArrowType.Scalar.LARGE_UTF8 : ArrowType.Scalar.UTF8,
                length,
                Validity.ofBits(validity, length),
                new Offsets(offsets, wide, length, data.byteSize(), Limits.VALUE_BYTES),
                data);
    }

    /**
     * Encodes rows as indices into a dictionary.
     *
     * @param indices position of each row's value in {@code dictionary}
     * @param nulls rows that are null, if any
     * @param dictionary the values, itself not dictionary-encoded
     * @throws IllegalArgumentException when an index is out of range
     */
    public static Utf8Column ofDictionary(int[] indices, BitSet nulls, Utf8Column dictionary) {
        if (dictionary.isDictionaryEncoded()) {
            throw new IllegalArgumentException("a dictionary must not be dictionary-encoded itself");
        }
        Validity validity = Validity.ofNulls(nulls, indices.length);
        DictionaryIndices stored = new DictionaryIndices(MemorySegment.ofArray(indices), Integer.BYTES, false);
        return throughDictionary(indices.length, validity, stored, dictionary);
    }

    /** Checks the indices and makes rows null whose dictionary value is. */
    static Utf8Column throughDictionary(
            long length, Validity validity, DictionaryIndices indices, Utf8Column dictionary) {
        indices.check(length, validity, dictionary.length());
        return new Utf8Column(length, indices.combine(length, validity, dictionary), indices, dictionary);
    }

    /** Returns the text of a row, {@code null} when the row is null. */
    public String get(long row) {
        return isNull(row) ? null : new String(values.copy(row), StandardCharsets.UTF_8);
    }

    /** Returns the number of UTF-8 bytes of a row, 0 when the row is null. */
    public int byteLength(long row) {
        return isNull(row) ? 0 : values.length(row);
    }

    /** Returns the UTF-8 bytes of a row without copying, an empty segment when the row is null. */
    public MemorySegment bytes(long row) {
        return isNull(row) ? MemorySegment.NULL : values.slice(row);
    }

    /** Returns whether rows are stored as indices into {@link #dictionary()}. */
    public boolean isDictionaryEncoded() {
        return dictionary != null;
    }

    /**
     * Returns the position of a row's value in the dictionary; the row must not be null.
     *
     * @throws IllegalStateException when the column is not dictionary-encoded
     */
    public long index(long row) {
        if (dictionary == null) {
            throw new IllegalStateException("the column is not dictionary-encoded");
        }
        return values.indices().at(row);
    }

    /** Returns the distinct values of a dictionary-encoded column, {@code null} for a plain one. */
    public Utf8Column dictionary() {
        return dictionary;
    }

    /** This column, or a plain copy when it is dictionary-encoded. */
    Utf8Column plain() {
        if (!isDictionaryEncoded()) {
            return this;
        }
        ByteValues copy = values.plain(this);
        return new Utf8Column(type(), length(), validity(), copy.offsets(), copy.data());
    }

    ByteValues byteValues() {
        return values;
    }
}
