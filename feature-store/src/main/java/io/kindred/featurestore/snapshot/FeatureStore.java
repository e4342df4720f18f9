package io.kindred.featurestore.snapshot;

import io.kindred.core.KindredException;
import io.kindred.featurestore.importer.DataImporter;
import io.kindred.featurestore.importer.ImportRequest;
import io.kindred.featurestore.importer.ImportResult;
import io.kindred.featurestore.importer.InputSource;
import io.kindred.featurestore.importer.Part;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A directory of snapshots, one below it for each different content.
 *
 * <p>A snapshot appears whole or not at all: it is written under a temporary name, put on the device and renamed. Several
 * processes may use the same root at once. Thread-safe.
 */
public final class FeatureStore {
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private final Path root;
    private final SegmentOutput output;

    FeatureStore(Path root, SegmentOutput output) {
        this.root = root;
        this.output = output;
    }

    /** Opens the store below a directory, which is created if it is missing. */
    public static FeatureStore open(Path root) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new KindredException(root + " is a file; a feature store needs a directory");
        }
        Files.createDirectories(root);
        return new FeatureStore(root, SegmentOutput.FILES);
    }

    /** The directory of the store. */
    public Path root() {
        return root;
    }

    /** Imports one file or folder with everything detected. */
    public ImportedSnapshot importData(Path source) throws IOException {
        return importData(ImportRequest.of(source));
    }

    /**
     * Imports data into a snapshot. Importing the same content again gives the snapshot that is there.
     *
     * @throws KindredException if the data cannot be imported (see {@link DataImporter#run}) or the disk is full; nothing is
     *     left behind then
     */
    public ImportedSnapshot importData(ImportRequest request) throws IOException {
        removeAbandoned();
        try (SnapshotWriter writer = new SnapshotWriter(root, output)) {
            ImportResult result = new DataImporter().run(request, writer);
            List<String> before = names();
            Path directory = writer.finish(result, source(request));
            boolean present = before.contains(directory.getFileName().toString());
            return new ImportedSnapshot(Snapshot.open(directory), result.report(), present);
        } catch (IOException e) {
            if (isDiskFull(e)) {
                throw new KindredException(
                        "the disk is full: the snapshot could not be written to " + root
                                + "; nothing was kept, free some space and import again",
                        e);
            }
            throw e;
        }
    }

    private static boolean isDiskFull(IOException e) {
        String message = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
        return message.contains("No space left") || message.contains("not enough space");
    }

    private static String source(ImportRequest request) {
        List<String> sources = new ArrayList<>();
        for (InputSource source : request.sources()) {
            String part = source.part() == Part.ALL ? "" : source.part().label() + "=";
            sources.add(part + source.path());
        }
        return String.join(", ", sources);
    }

    /** All snapshots, the latest import first. A directory that is not a whole snapshot is left out. */
    public List<Snapshot> list() throws IOException {
        List<Snapshot> snapshots = new ArrayList<>();
        for (String name : names()) {
            snapshots.add(Snapshot.open(root.resolve(name)));
        }
        snapshots.sort(Comparator.comparing(
                        (Snapshot snapshot) -> Instant.parse(snapshot.manifest().importedAt()))
                .reversed()
                .thenComparing(Snapshot::id));
        return snapshots;
    }

    /**
     * The snapshot whose id starts with the given digits.
     *
     * @param prefix at least four hexadecimal digits
     * @throws KindredException if there is none or more than one
     */
    public Snapshot snapshot(String prefix) throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : names()) {
            if (prefix.length() >= 4 && name.startsWith(prefix)) {
                found.add(name);
            }
        }
        if (found.size() == 1) {
            return Snapshot.open(root.resolve(found.getFirst()));
        }
        List<String> known = new ArrayList<>();
        for (String name : found.isEmpty() ? names() : found) {
            known.add(name.substring(0, 12));
        }
        throw new KindredException((found.isEmpty() ? "no snapshot '" : "several snapshots '") + prefix + "'; "
                + (known.isEmpty() ? "the store is empty" : "available: " + String.join(", ", known)));
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.matches("[0-9a-f]{64}") && Files.exists(entry.resolve(SnapshotManifest.FILE_NAME))) {
                    names.add(name);
                }
            }
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /** Removes what a process that was killed more than a day ago left behind. */
    private void removeAbandoned() throws IOException {
        Instant limit = Instant.now().minus(ABANDONED_AFTER);
        List<Path> abandoned = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(root, SnapshotWriter.TEMPORARY_PREFIX + "*")) {
            for (Path entry : entries) {
                if (Files.getLastModifiedTime(entry).toInstant().isBefore(limit)) {
                    abandoned.add(entry);
                }
            }
        }
        for (Path entry : abandoned) {
            Durable.delete(entry);
        }
    }
}
