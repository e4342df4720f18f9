/**
 * Streaming import of interaction data: format detection, readers and the import report.
 *
 * <p>{@link io.kindred.featurestore.importer.DataImporter} is the entry point. It looks at a file or a folder, decides
 * which {@link io.kindred.featurestore.importer.DataFormat} it is, and streams events and features into an {@link
 * io.kindred.featurestore.importer.EventSink}. Memory grows with the number of different ids, not with the number of
 * rows; duplicate detection is bounded (see {@link io.kindred.featurestore.importer.DuplicateFilter}). Every row that is
 * read is accepted, counted as a duplicate or counted as rejected with a reason; nothing is dropped silently.
 */
package io.kindred.featurestore.importer;
