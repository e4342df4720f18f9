package io.kindred.featurestore.snapshot;

import io.kindred.core.data.TimeKind;
import io.kindred.featurestore.importer.ContextColumn;
import io.kindred.featurestore.importer.FeatureColumn;
import java.util.List;
import java.util.Map;

/**
 * What {@code snapshot.json} says.
 *
 * @param formatVersion version of the directory's layout
 * @param id content hash, 64 hexadecimal digits
 * @param source what was imported, as the user named it
 * @param importedAt when, ISO 8601 in UTC; not part of the content
 * @param timeKind what the times of the events mean
 * @param counts numbers of users, items and events
 * @param earliest least time, 0 where there are no events
 * @param latest greatest time
 * @param leastValue least value of an event
 * @param greatestValue greatest value of an event
 * @param eventTypes names of the event types by code
 * @param eventsByType number of events of each type
 * @param eventsByPart number of events of each part, by {@link io.kindred.featurestore.importer.Part#code()}
 * @param context context columns with their values by code
 * @param features feature segments in the order of the import
 * @param files the Arrow files
 * @param report the import report, see {@link io.kindred.featurestore.importer.ImportReport#toMap()}
 */
public record SnapshotManifest(
        int formatVersion,
        String id,
        String source,
        String importedAt,
        TimeKind timeKind,
        Counts counts,
        long earliest,
        long latest,
        float leastValue,
        float greatestValue,
        List<String> eventTypes,
        List<Long> eventsByType,
        List<Long> eventsByPart,
        List<ContextColumn> context,
        List<FeatureFile> features,
        List<FileEntry> files,
        Map<String, Object> report) {
    /** The layout that this version writes, and the only one that exists. */
    public static final int FORMAT_VERSION = 1;

    /** Name of the file. */
    public static final String FILE_NAME = "snapshot.json";

    /** Copies the collections. */
    public SnapshotManifest {
        eventTypes = List.copyOf(eventTypes);
        eventsByType = List.copyOf(eventsByType);
        eventsByPart = List.copyOf(eventsByPart);
        context = List.copyOf(context);
        features = List.copyOf(features);
        files = List.copyOf(files);
        report = Map.copyOf(report);
    }

    /**
     * Sizes.
     *
     * @param users all users
     * @param items all items of the catalogue
     * @param usersWithEvents users that have events; they come first
     * @param itemsWithEvents items that have events; they come first
     * @param events events
     */
    public record Counts(int users, int items, int usersWithEvents, int itemsWithEvents, long events) {}

    /**
     * A segment of features.
     *
     * @param name name of the Arrow file
     * @param columns its columns after {@code entity}
     */
    public record FeatureFile(String name, List<FeatureColumn> columns) {
        /** Copies the columns. */
        public FeatureFile {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A file of the snapshot.
     *
     * @param name its name
     * @param bytes its size
     * @param sha256 hash of its bytes
     */
    public record FileEntry(String name, long bytes, String sha256) {}
}
