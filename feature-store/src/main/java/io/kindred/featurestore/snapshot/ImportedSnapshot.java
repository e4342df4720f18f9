package io.kindred.featurestore.snapshot;

import io.kindred.featurestore.importer.ImportReport;

/**
 * The outcome of an import.
 *
 * @param snapshot the snapshot with the content
 * @param report what happened to every row in this import
 * @param alreadyPresent whether an earlier import had made the same snapshot
 */
public record ImportedSnapshot(Snapshot snapshot, ImportReport report, boolean alreadyPresent) {}
