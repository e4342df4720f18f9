package io.kindred.core.arrow;

import io.kindred.core.KindredException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the distinct texts of one dictionary field over all batches of a file, in order of first
 * use, and turns rows into indices.
 */
final class DictionaryEncoder {
    private final FieldLayout field;
    private final int indexWidth;
    private final long capacity;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> values = new ArrayList<>();

    DictionaryEncoder(FieldLayout field, ArrowType.Dictionary type) {
        this.field = field;
        this.indexWidth = Numbers.width(type.index());
        this.capacity = Math.min(Integer.MAX_VALUE - 16L, 1L << Math.min(62, 8 * indexWidth - 1));
    }

    /** Returns the indices of all rows in the field's index type; null rows get 0. */
    MemorySegment encode(Utf8Column column) {
        int rows = Math.toIntExact(column.length());
        MemorySegment indices = MemorySegment.ofArray(new byte[Math.multiplyExact(rows, indexWidth)]);
        int[] known = column.isDictionaryEncoded() ? unknown(column.dictionary()) : null;
        for (int row = 0; row < rows; row++) {
            if (!column.isNull(row)) {
                put(indices, row, known == null ? position(column.get(row)) : translate(column, row, known));
            }
        }
        return indices;
    }

    private static int[] unknown(Utf8Column dictionary) {
        int[] positions = new int[Math.toIntExact(dictionary.length())];
        Arrays.fill(positions, -1);
        return positions;
    }

    /** Looks the text of an already encoded row up once per value of its dictionary. */
    private int translate(Utf8Column column, int row, int[] known) {
        int index = (int) column.index(row);
        if (known[index] < 0) {
            known[index] = position(column.get(row));
        }
        return known[index];
    }

    private int position(String text) {
        Integer position = positions.get(text);
        if (position != null) {
            return position;
        }
        if (values.size() >= capacity) {
            throw new KindredException("field '" + field.path() + "' has more than " + capacity
                    + " different values, too many for " + field.type() + "; use wider indices or plain utf8");
        }
        positions.put(text, values.size());
        values.add(text);
        return values.size() - 1;
    }

    private void put(MemorySegment indices, long row, int position) {
        switch (indexWidth) {
            case 1 -> indices.set(Layouts.BYTE, row, (byte) position);
            case 2 -> indices.setAtIndex(Layouts.SHORT, row, (short) position);
            case 4 -> indices.setAtIndex(Layouts.INT, row, position);
            default -> indices.setAtIndex(Layouts.LONG, row, position);
        }
    }

    FieldLayout field() {
        return field;
    }

    /** All values met so far. */
    Utf8Column dictionary() {
        return Utf8Column.of(values);
    }
}
