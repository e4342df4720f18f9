package io.kindred.featurestore.importer;

import io.kindred.core.id.Vocabulary;

/** Why a row was rejected. */
public enum RejectReason {
    /** The row has fewer or more columns than the header or the other rows. */
    COLUMN_COUNT("wrong number of columns"),
    /** An id or a required field is empty. */
    EMPTY_FIELD("empty field"),
    /** An id is longer than {@link Vocabulary#MAX_ID_BYTES} bytes. */
    LONG_ID("over-long id"),
    /** Text where a number is expected. */
    NOT_A_NUMBER("not a number"),
    /** NaN, an infinity, or a number too large for a 32-bit float. */
    NOT_FINITE("not a finite number"),
    /** A time that cannot be read, is negative, or lies far outside of any real time. */
    BAD_TIMESTAMP("bad timestamp"),
    /** A quoted field that is never closed, or text after a closing quote. */
    UNBALANCED_QUOTE("unbalanced quote"),
    /** A line longer than {@link LineReader#MAX_LINE_BYTES}. */
    LINE_TOO_LONG("line too long"),
    /** Control characters or bytes that are not text in the file's encoding. */
    NOT_TEXT("not text"),
    /** A line or a value that is not the JSON that was expected. */
    BAD_JSON("bad JSON");

    private final String label;

    RejectReason(String label) {
        this.label = label;
    }

    /** Short description used in reports. */
    public String label() {
        return label;
    }
}
