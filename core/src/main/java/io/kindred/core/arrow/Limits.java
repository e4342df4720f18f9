package io.kindred.core.arrow;

/**
 * Upper bounds that keep a hostile or damaged file from exhausting memory. Writing keeps to the
 * same bounds, so that whatever is written can be read back.
 */
final class Limits {
    /** Top-level fields of a schema. */
    static final int FIELDS = 1_024;

    /** Levels of nested types, the outermost one included. */
    static final int DEPTH = 8;

    /** Bytes of one flatbuffer (footer or message header). */
    static final int METADATA_BYTES = 64 << 20;

    /** Characters of all names, time zones and key-value metadata of a schema together. */
    static final int SCHEMA_TEXT = 16 << 20;

    /** What one key-value entry counts for in {@link #SCHEMA_TEXT} besides its text. */
    static final int ENTRY_COST = 16;

    /** Record batches, and dictionary batches, of one file. */
    static final int BLOCKS = 1 << 21;

    /** Bytes of one string or binary value. */
    static final long VALUE_BYTES = 256L << 20;

    /** Bytes of a numeric column that is decoded through a dictionary on the heap. */
    static final long DECODED_BYTES = 256L << 20;

    /** Elements of any column, nested ones included; keeps products with value widths in range. */
    static final long LENGTH = 1L << 48;

    private Limits() {}
}
