package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;

/** Columns of fixed-width numbers by type. */
final class Numbers {
    private Numbers() {}

    /** Bytes of one value. */
    static int width(ArrowType type) {
        return switch (type) {
            case ArrowType.Scalar scalar ->
                switch (scalar) {
                    case INT8 -> 1;
                    case INT16 -> 2;
                    case INT32, FLOAT32, DATE32 -> 4;
                    case INT64, FLOAT64, DATE64 -> 8;
                    default -> throw new IllegalArgumentException(type + " is no number");
                };
            case ArrowType.Timestamp timestamp -> 8;
            default -> throw new IllegalArgumentException(type + " is no number");
        };
    }

    /** Wraps values of exactly the column's length. */
    static ArrowColumn column(ArrowType type, Validity validity, MemorySegment values) {
        return switch (type) {
            case ArrowType.Scalar scalar ->
                switch (scalar) {
                    case INT8 -> new Int8Column(type, validity, values);
                    case INT16 -> new Int16Column(type, validity, values);
                    case INT32, DATE32 -> new Int32Column(type, validity, values);
                    case INT64, DATE64 -> new Int64Column(type, validity, values);
                    case FLOAT32 -> new Float32Column(type, validity, values);
                    case FLOAT64 -> new Float64Column(type, validity, values);
                    default -> throw new IllegalArgumentException(type + " is no number");
                };
            case ArrowType.Timestamp timestamp -> new Int64Column(type, validity, values);
            default -> throw new IllegalArgumentException(type + " is no number");
        };
    }

    /** The little-endian values of a column of numbers. */
    static MemorySegment values(ArrowColumn column) {
        return switch (column) {
            case Int8Column numbers -> numbers.values();
            case Int16Column numbers -> numbers.values();
            case Int32Column numbers -> numbers.values();
            case Int64Column numbers -> numbers.values();
            case Float32Column numbers -> numbers.values();
            case Float64Column numbers -> numbers.values();
            default -> throw new IllegalArgumentException(column.type() + " is no number");
        };
    }

    /** Copies the value of each row from a dictionary, so that {@code values()} has one per row; null rows get 0. */
    static ArrowColumn decode(ArrowColumn dictionary, DictionaryIndices indices, long length, Validity validity) {
        int width = width(dictionary.type());
        if (length * width > Limits.DECODED_BYTES) {
            throw new IllegalArgumentException(length + " dictionary-encoded numbers; at most "
                    + Limits.DECODED_BYTES / width + " in one batch are supported");
        }
        MemorySegment source = values(dictionary);
        // Backed by longs so that the heap segment is aligned for every width.
        MemorySegment target = MemorySegment.ofArray(new long[(int) ((length * width + 7) / 8)])
                .asSlice(0, length * width);
        for (long row = 0; row < length; row++) {
            if (!validity.isNull(row)) {
                MemorySegment.copy(source, indices.at(row) * width, target, row * width, width);
            }
        }
        return column(dictionary.type(), validity, target);
    }
}
