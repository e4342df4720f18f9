package io.kindred.featurestore.importer;

/**
 * One rejected row, kept as an example.
 *
 * @param line number of the line in the uncompressed file, from 1
 * @param reason why it was rejected
 * @param message what exactly is wrong, for instance {@code rating 'abc' is not a number}
 * @param text the start of the line, at most 200 characters, control characters escaped
 */
public record OffendingLine(long line, RejectReason reason, String message, String text) {}
