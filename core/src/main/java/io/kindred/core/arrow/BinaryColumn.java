package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.List;

/** Byte strings. */
public final class BinaryColumn extends ColumnBase implements ArrowColumn {
    private final ByteValues values;

    BinaryColumn(ArrowType type, long length, Validity validity, ByteValues values) {
        super(type, length, validity);
        this.values = values;
    }

    /** Copies the values; {@code null} elements are null rows. At most 2 GiB together. */
    public static BinaryColumn of(List<byte[]> values) {
        BitSet nulls = new BitSet();
        int[] offsets = new int[values.size() + 1];
        int row = 0;
        for (byte[] value : values) {
            if (value == null) {
                nulls.set(row);
            }
            long end = (long) offsets[row] + (value == null ? 0 : value.length);
            if (end > Integer.MAX_VALUE - 16) {
                throw new IllegalArgumentException("values have more than 2 GiB together; write several batches");
            }
            offsets[++row] = (int) end;
        }
        byte[] data = new byte[offsets[row]];
        row = 0;
        for (byte[] value : values) {
            if (value != null) {
                System.arraycopy(value, 0, data, offsets[row], value.length);
            }
            row++;
        }
        return new BinaryColumn(
                ArrowType.Scalar.BINARY,
                row,
                Validity.ofNulls(nulls, row),
                new ByteValues(
                        Offsets.of(offsets, data.length, Limits.VALUE_BYTES), MemorySegment.ofArray(data), null));
    }

    /** Returns whether rows are stored as indices into a dictionary. */
    public boolean isDictionaryEncoded() {
        return values.indices() != null;
    }

    /** Returns a copy of the bytes of a row, {@code null} when the row is null. */
    public byte[] get(long row) {
        return isNull(row) ? null : values.copy(row);
    }

    /** Returns the number of bytes of a row, 0 when the row is null. */
    public int byteLength(long row) {
        return isNull(row) ? 0 : values.length(row);
    }

    /** Returns the bytes of a row without copying, an empty segment when the row is null. */
    public MemorySegment bytes(long row) {
        return isNull(row) ? MemorySegment.NULL : values.slice(row);
    }

    /** This column, or a plain copy when it is dictionary-encoded. */
    BinaryColumn plain() {
        return isDictionaryEncoded() ? new BinaryColumn(type(), length(), validity(), values.plain(this)) : this;
    }

    ByteValues byteValues() {
        return values;
    }
}
