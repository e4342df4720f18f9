package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;

/**
 * Variable-length byte strings, the storage of text and binary columns: offsets into data, reached
 * through dictionary indices when the column is dictionary-encoded.
 *
 * @param offsets checked against {@code data}
 * @param data all values one after the other
 * @param indices row to value, {@code null} when value {@code i} belongs to row {@code i}
 */
record ByteValues(Offsets offsets, MemorySegment data, DictionaryIndices indices) {
    private long value(long row) {
        return indices == null ? row : indices.at(row);
    }

    int length(long row) {
        long value = value(row);
        return (int) (offsets.at(value + 1) - offsets.at(value));
    }

    MemorySegment slice(long row) {
        long value = value(row);
        long start = offsets.at(value);
        return data.asSlice(start, offsets.at(value + 1) - start);
    }

    byte[] copy(long row) {
        long value = value(row);
        long start = offsets.at(value);
        byte[] bytes = new byte[(int) (offsets.at(value + 1) - start)];
        MemorySegment.copy(data, Layouts.BYTE, start, bytes, 0, bytes.length);
        return bytes;
    }

    /** Copies the value of each row of an encoded column, so that offsets belong to rows; null rows are empty. */
    ByteValues plain(ColumnBase rows) {
        int count = Math.toIntExact(rows.length());
        boolean wide = offsets.wide();
        long[] ends = new long[count + 1];
        for (int row = 0; row < count; row++) {
            ends[row + 1] = ends[row] + (rows.isNull(row) ? 0 : length(row));
        }
        if (ends[count] > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("values have more than 2 GiB together; write several batches");
        }
        MemorySegment target = MemorySegment.ofArray(new byte[(int) ends[count]]);
        for (int row = 0; row < count; row++) {
            if (!rows.isNull(row)) {
                MemorySegment.copy(slice(row), 0, target, ends[row], ends[row + 1] - ends[row]);
            }
        }
        MemorySegment stored = MemorySegment.ofArray(wide ? ends : new long[0]);
        if (!wide) {
            int[] narrow = new int[count + 1];
            for (int row = 0; row <= count; row++) {
                narrow[row] = (int) ends[row];
            }
            stored = MemorySegment.ofArray(narrow);
        }
        return new ByteValues(new Offsets(stored, wide, count, ends[count], Limits.VALUE_BYTES), target, null);
    }
}
