package io.kindred.core.arrow;

import java.util.Locale;
import java.util.Objects;

/**
 * The type of a field: the part of Arrow's type system that Kindred reads and writes. Instances are
 * immutable and compare by value; {@link Object#toString()} gives Arrow's usual notation, such as
 * {@code fixed_size_list<float32>[64]}.
 *
 * <p>Nested types keep the element type only: the name and the nullability of the child field are
 * not kept when a file is read, and are written as {@code item} and nullable.
 */
public sealed interface ArrowType {
    /** Types without parameters. */
    enum Scalar implements ArrowType {
        /** Signed 8-bit integer. */
        INT8,
        /** Signed 16-bit integer. */
        INT16,
        /** Signed 32-bit integer. */
        INT32,
        /** Signed 64-bit integer. */
        INT64,
        /** IEEE 754 single precision. */
        FLOAT32,
        /** IEEE 754 double precision. */
        FLOAT64,
        /** One bit a value. */
        BOOL,
        /** UTF-8 text with 32-bit offsets: less than 2 GiB in one batch. */
        UTF8,
        /** UTF-8 text with 64-bit offsets. */
        LARGE_UTF8,
        /** Bytes with 32-bit offsets: less than 2 GiB in one batch. */
        BINARY,
        /** Bytes with 64-bit offsets. */
        LARGE_BINARY,
        /** Days since 1970-01-01 in 32 bits, read as {@link Int32Column}. */
        DATE32,
        /** Milliseconds since 1970-01-01 in 64 bits, read as {@link Int64Column}. */
        DATE64;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The unit of a {@link Timestamp}. */
    enum TimeUnit {
        /** Seconds. */
        SECOND("s"),
        /** Milliseconds. */
        MILLISECOND("ms"),
        /** Microseconds. */
        MICROSECOND("us"),
        /** Nanoseconds. */
        NANOSECOND("ns");

        private final String symbol;

        TimeUnit(String symbol) {
            this.symbol = symbol;
        }

        @Override
        public String toString() {
            return symbol;
        }
    }

    /**
     * A 64-bit count of units since 1970-01-01T00:00, read as {@link Int64Column}.
     *
     * @param unit what is counted
     * @param timezone an IANA name or offset when values are instants, empty for local date-times
     */
    record Timestamp(TimeUnit unit, String timezone) implements ArrowType {
        /** Checks that nothing is null. */
        public Timestamp {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(timezone, "timezone");
        }

        @Override
        public String toString() {
            return timezone.isEmpty() ? "timestamp[" + unit + "]" : "timestamp[" + unit + ", " + timezone + "]";
        }
    }

    /**
     * Lists that all have the same number of elements; the layout of a matrix, one list a row.
     *
     * @param element type of the elements
     * @param size elements in each list, 0 or more
     */
    record FixedSizeList(ArrowType element, int size) implements ArrowType {
        /** Checks the size. */
        public FixedSizeList {
            Objects.requireNonNull(element, "element");
            if (size < 0) {
                throw new IllegalArgumentException("fixed_size_list size must be 0 or more, not " + size);
            }
        }

        @Override
        public String toString() {
            return "fixed_size_list<" + element + ">[" + size + "]";
        }
    }

    /**
     * Lists of any length with 32-bit offsets.
     *
     * @param element type of the elements
     */
    record ListOf(ArrowType element) implements ArrowType {
        /** Checks that the element type is given. */
        public ListOf {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public String toString() {
            return "list<" + element + ">";
        }
    }

    /**
     * Lists of any length with 64-bit offsets.
     *
     * @param element type of the elements
     */
    record LargeListOf(ArrowType element) implements ArrowType {
        /** Checks that the element type is given. */
        public LargeListOf {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public String toString() {
            return "large_list<" + element + ">";
        }
    }

    /**
     * Values stored once in a dictionary, rows as indices into it. Columns are read decoded: a
     * dictionary of {@code utf8} gives a {@link Utf8Column}. Dictionaries of any number, date,
     * timestamp, text or binary type are read; dictionaries of {@code utf8} are written.
     *
     * @param index INT8, INT16, INT32 or INT64; unsigned indices of foreign files appear as the
     *     signed type of the same width
     * @param value type of the values
     */
    record Dictionary(ArrowType index, ArrowType value) implements ArrowType {
        /** Checks both types. */
        public Dictionary {
            if (index != Scalar.INT8 && index != Scalar.INT16 && index != Scalar.INT32 && index != Scalar.INT64) {
                throw new IllegalArgumentException(
                        "dictionary indices must be int8, int16, int32 or int64, not " + index);
            }
            if (value == Scalar.BOOL || !(value instanceof Scalar || value instanceof Timestamp)) {
                throw new IllegalArgumentException("a dictionary of " + value + " is not supported");
            }
        }

        @Override
        public String toString() {
            return "dictionary<" + index + ", " + value + ">";
        }
    }

    /** Returns {@link Scalar#INT8}. */
    static ArrowType int8() {
        return Scalar.INT8;
    }

    /** Returns {@link Scalar#INT16}. */
    static ArrowType int16() {
        return Scalar.INT16;
    }

    /** Returns {@link Scalar#INT32}. */
    static ArrowType int32() {
        return Scalar.INT32;
    }

    /** Returns {@link Scalar#INT64}. */
    static ArrowType int64() {
        return Scalar.INT64;
    }

    /** Returns {@link Scalar#FLOAT32}. */
    static ArrowType float32() {
        return Scalar.FLOAT32;
    }

    /** Returns {@link Scalar#FLOAT64}. */
    static ArrowType float64() {
        return Scalar.FLOAT64;
    }

    /** Returns {@link Scalar#BOOL}. */
    static ArrowType bool() {
        return Scalar.BOOL;
    }

    /** Returns {@link Scalar#UTF8}. */
    static ArrowType utf8() {
        return Scalar.UTF8;
    }

    /** Returns {@link Scalar#LARGE_UTF8}. */
    static ArrowType largeUtf8() {
        return Scalar.LARGE_UTF8;
    }

    /** Returns {@link Scalar#BINARY}. */
    static ArrowType binary() {
        return Scalar.BINARY;
    }

    /** Returns {@link Scalar#LARGE_BINARY}. */
    static ArrowType largeBinary() {
        return Scalar.LARGE_BINARY;
    }

    /** Returns {@link Scalar#DATE32}. */
    static ArrowType date32() {
        return Scalar.DATE32;
    }

    /** Returns {@link Scalar#DATE64}. */
    static ArrowType date64() {
        return Scalar.DATE64;
    }

    /** Returns a timestamp of instants in the given time zone, or of local date-times when it is empty. */
    static ArrowType timestamp(TimeUnit unit, String timezone) {
        return new Timestamp(unit, timezone);
    }

    /** Returns the type of lists with exactly {@code size} elements each. */
    static ArrowType fixedSizeList(ArrowType element, int size) {
        return new FixedSizeList(element, size);
    }

    /** Returns the type of lists with 32-bit offsets. */
    static ArrowType list(ArrowType element) {
        return new ListOf(element);
    }

    /** Returns the type of lists with 64-bit offsets. */
    static ArrowType largeList(ArrowType element) {
        return new LargeListOf(element);
    }

    /** Returns dictionary-encoded values with 32-bit indices. */
    static ArrowType dictionary(ArrowType value) {
        return new Dictionary(Scalar.INT32, value);
    }

    /** Returns dictionary-encoded values with indices of the given integer type. */
    static ArrowType dictionary(ArrowType index, ArrowType value) {
        return new Dictionary(index, value);
    }

    /** Returns this type without dictionary encoding at any level: the type a decoded column has. */
    default ArrowType decoded() {
        return switch (this) {
            case Scalar scalar -> scalar;
            case Timestamp timestamp -> timestamp;
            case Dictionary dictionary -> dictionary.value();
            case FixedSizeList list -> new FixedSizeList(list.element().decoded(), list.size());
            case ListOf list -> new ListOf(list.element().decoded());
            case LargeListOf list -> new LargeListOf(list.element().decoded());
        };
    }

    /** Returns the number of nested types, this one included. */
    default int depth() {
        return switch (this) {
            case Scalar scalar -> 1;
            case Timestamp timestamp -> 1;
            case Dictionary dictionary -> 1;
            case FixedSizeList list -> 1 + list.element().depth();
            case ListOf list -> 1 + list.element().depth();
            case LargeListOf list -> 1 + list.element().depth();
        };
    }
}
