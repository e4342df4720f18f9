package io.kindred.featurestore.snapshot;

import io.kindred.core.KindredException;
import io.kindred.core.arrow.ArrowFile;
import io.kindred.core.arrow.Utf8Column;
import io.kindred.core.id.Vocabulary;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** An immutable directory of imported data. Thread-safe. */
public final class Snapshot {
    private static final long MAX_MANIFEST_BYTES = 64L << 20;

    private final Path directory;
    private final SnapshotManifest manifest;

    private Snapshot(Path directory, SnapshotManifest manifest) {
        this.directory = directory;
        this.manifest = manifest;
    }

    /**
     * Opens a snapshot's directory and checks that its files are there and have their sizes.
     *
     * @throws KindredException if it is not a whole snapshot of a version that can be read
     */
    public static Snapshot open(Path directory) throws IOException {
        Path file = directory.resolve(SnapshotManifest.FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new KindredException(directory + " is not a snapshot: it has no " + SnapshotManifest.FILE_NAME);
        }
        if (Files.size(file) > MAX_MANIFEST_BYTES) {
            throw new KindredException(file + " is too large to be a snapshot's");
        }
        SnapshotManifest manifest = SnapshotJson.read(Files.readString(file), directory.toString());
        for (SnapshotManifest.FileEntry entry : manifest.files()) {
            check(directory, entry);
        }
        return new Snapshot(directory, manifest);
    }

    private static void check(Path directory, SnapshotManifest.FileEntry entry) throws IOException {
        if (!entry.name().matches("[a-z0-9_]+\\.arrow")) {
            throw new KindredException(directory + ": '" + entry.name() + "' cannot be a file of a snapshot");
        }
        long bytes;
        try {
            bytes = Files.size(directory.resolve(entry.name()));
        } catch (NoSuchFileException e) {
            throw new KindredException(directory + ": the file " + entry.name() + " is missing; import it again", e);
        }
        if (bytes != entry.bytes()) {
            throw new KindredException(directory + ": " + entry.name() + " has " + bytes + " bytes where "
                    + entry.bytes() + " are expected; it is damaged, import it again");
        }
    }

    /** The directory. */
    public Path directory() {
        return directory;
    }

    /** Everything {@code snapshot.json} says. */
    public SnapshotManifest manifest() {
        return manifest;
    }

    /** The content hash, 64 hexadecimal digits. */
    public String id() {
        return manifest.id();
    }

    /** All users; those with events come first. */
    public Vocabulary users() throws IOException {
        return ids(IdSegment.USERS, manifest.counts().users());
    }

    /** All items of the catalogue; those with events come first. */
    public Vocabulary items() throws IOException {
        return ids(IdSegment.ITEMS, manifest.counts().items());
    }

    private Vocabulary ids(String name, int expected) throws IOException {
        Vocabulary.Builder ids = Vocabulary.builder();
        byte[] bytes = new byte[Vocabulary.MAX_ID_BYTES];
        try (ArrowFile file = ArrowFile.map(directory.resolve(name))) {
            for (int b = 0; b < file.batchCount(); b++) {
                Utf8Column column = file.batch(b).column("id", Utf8Column.class);
                for (long row = 0; row < column.length(); row++) {
                    int length = Math.min(column.byteLength(row), bytes.length);
                    MemorySegment.copy(column.bytes(row), ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
                    ids.add(bytes, 0, length);
                }
            }
        }
        if (ids.size() != expected) {
            throw new KindredException(directory + ": " + name + " has " + ids.size() + " different ids where "
                    + expected + " are expected; it is damaged, import it again");
        }
        return ids.build();
    }

    /** Maps the events; the caller closes the table. */
    public EventTable events() throws IOException {
        return EventTable.open(directory, manifest);
    }

    /** Starts a data set of all events; filters narrow it. */
    public DatasetBuilder dataset() {
        return new DatasetBuilder(this);
    }

    /**
     * Reads every file again and compares its hash.
     *
     * @throws KindredException if a file is damaged
     */
    public void verify() throws IOException {
        for (SnapshotManifest.FileEntry entry : manifest.files()) {
            check(directory, entry);
            if (!FileHash.of(directory.resolve(entry.name())).equals(entry.sha256())) {
                throw new KindredException(
                        directory + ": " + entry.name() + " is damaged: its sha256 differs; import it again");
            }
        }
    }
}
