package io.kindred.core.arrow;

/**
 * The values of one field in one batch. Immutable and safe for any number of threads, as long as
 * the memory below it is: a column of an {@link ArrowFile} must not be used after the file's arena
 * is closed (access then throws {@link IllegalStateException}).
 *
 * <p>Rows count from 0. They are {@code long} because the elements below a list may be more than
 * 2<sup>31</sup>; an {@code int} loop variable works as well. A row outside the column gives an
 * {@link IndexOutOfBoundsException} from the value accessors; {@link #isNull} does not check it.
 *
 * <p>The static factories wrap the arrays and segments they are given without copying: do not
 * change them afterwards.
 */
public sealed interface ArrowColumn
        permits Int8Column,
                Int16Column,
                Int32Column,
                Int64Column,
                Float32Column,
                Float64Column,
                BoolColumn,
                Utf8Column,
                BinaryColumn,
                FixedSizeListColumn,
                ListColumn {
    /** Returns the type of the values; never a dictionary, as columns are read decoded. */
    ArrowType type();

    /** Returns the number of rows. */
    long length();

    /** Returns the number of null rows. */
    long nullCount();

    /** Returns whether a row is null. Value accessors of numeric columns return an unspecified number for it. */
    boolean isNull(long row);
}
