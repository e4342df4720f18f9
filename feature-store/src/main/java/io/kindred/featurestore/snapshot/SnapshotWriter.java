package io.kindred.featurestore.snapshot;

import io.kindred.featurestore.importer.EventSink;
import io.kindred.featurestore.importer.FeatureColumn;
import io.kindred.featurestore.importer.FeatureValue;
import io.kindred.featurestore.importer.ImportResult;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * Writes what an import accepts into a temporary directory; {@link #finish} gives it the name of its content hash. Closed
 * without that, it leaves nothing behind. Not thread-safe.
 */
final class SnapshotWriter implements EventSink, Closeable {
    static final String TEMPORARY_PREFIX = ".tmp-";

    private final Path root;
    private final Path temporary;
    private final SegmentOutput output;
    private final BufferAllocator allocator = new RootAllocator();
    private final ContentHash hash = new ContentHash();
    private final SnapshotStatistics statistics = new SnapshotStatistics();
    private final List<SnapshotManifest.FeatureFile> featureFiles = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private EventSegment events;
    private FeatureSegment features;

    SnapshotWriter(Path root, SegmentOutput output) throws IOException {
        this.root = root;
        this.output = output;
        this.temporary = root.resolve(TEMPORARY_PREFIX + UUID.randomUUID());
        Files.createDirectory(temporary);
    }

    @Override
    public void event(int user, int item, float value, long time, int type, byte part, int[] context)
            throws IOException {
        if (events == null) {
            events = new EventSegment(temporary, context.length, output, allocator);
        }
        events.add(user, item, value, time, type, part, context);
        statistics.add(value, time, type, part);
        hash.event(user, item, value, time, type, part, context);
    }

    @Override
    public void beginFeatures(List<FeatureColumn> columns) throws IOException {
        endFeatures();
        String side = columns.getFirst().side().label();
        String name = String.format(Locale.ROOT, "%s_features_%02d.arrow", side, featureFiles.size());
        features = new FeatureSegment(temporary.resolve(name), columns, output, allocator);
    }

    @Override
    public void feature(FeatureColumn column, int entity, FeatureValue value) throws IOException {
        features.add(column, entity, value);
        hash.feature(column, entity, value);
    }

    private void endFeatures() throws IOException {
        if (features != null) {
            features.finish();
            features.close();
            featureFiles.add(new SnapshotManifest.FeatureFile(features.name(), features.columns()));
            names.add(features.name());
            features = null;
        }
    }

    /**
     * Completes the snapshot.
     *
     * @param source what was imported, as the user named it
     * @return its directory: a new one, or the one that an earlier import of the same content made
     */
    Path finish(ImportResult result, String source) throws IOException {
        endFeatures();
        if (events == null) {
            events = new EventSegment(temporary, 0, output, allocator);
        }
        events.finish();
        events.close();
        names.addFirst(EventSegment.FILE_NAME);
        IdSegment.write(temporary.resolve(IdSegment.USERS), result.users(), output, allocator);
        IdSegment.write(temporary.resolve(IdSegment.ITEMS), result.items(), output, allocator);
        names.add(IdSegment.USERS);
        names.add(IdSegment.ITEMS);
        String id = hash.finish(result);
        Path target = root.resolve(id);
        if (Files.exists(target)) {
            return target;
        }
        writeManifest(manifest(id, result, source));
        Durable.forceDirectory(temporary);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(target.resolve(SnapshotManifest.FILE_NAME))) {
                return target;
            }
            throw e;
        }
        Durable.forceDirectory(root);
        return target;
    }

    private SnapshotManifest manifest(String id, ImportResult result, String source) throws IOException {
        List<SnapshotManifest.FileEntry> files = new ArrayList<>();
        for (String name : names) {
            Path file = temporary.resolve(name);
            Durable.forceFile(file);
            files.add(new SnapshotManifest.FileEntry(name, Files.size(file), FileHash.of(file)));
        }
        return new SnapshotManifest(
                SnapshotManifest.FORMAT_VERSION,
                id,
                source,
                Instant.now().toString(),
                result.timeKind(),
                new SnapshotManifest.Counts(
                        result.users().size(),
                        result.items().size(),
                        result.usersWithEvents(),
                        result.itemsWithEvents(),
                        events.rows()),
                statistics.earliest(),
                statistics.latest(),
                statistics.least(),
                statistics.greatest(),
                result.eventTypes(),
                statistics.byType(result.eventTypes().size()),
                statistics.byPart(),
                result.context(),
                featureFiles,
                files,
                result.report().toMap());
    }

    private void writeManifest(SnapshotManifest manifest) throws IOException {
        Path file = temporary.resolve(SnapshotManifest.FILE_NAME);
        ByteBuffer bytes = ByteBuffer.wrap(SnapshotJson.write(manifest).getBytes(StandardCharsets.UTF_8));
        try (WritableByteChannel channel = output.create(file)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Durable.forceFile(file);
    }

    /** Releases memory and removes what was not finished. */
    @Override
    public void close() throws IOException {
        try {
            if (features != null) {
                features.close();
            }
            if (events != null) {
                events.close();
            }
        } finally {
            allocator.close();
            Durable.delete(temporary);
        }
    }
}
