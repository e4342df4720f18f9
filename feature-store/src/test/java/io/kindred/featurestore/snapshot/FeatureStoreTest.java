package io.kindred.featurestore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.TimeKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureStoreTest {
    @TempDir
    Path folder;

    private Path source;
    private FeatureStore store;

    @BeforeEach
    void films() throws IOException {
        source = Files.createDirectory(folder.resolve("films"));
        Files.writeString(source.resolve("ratings.csv"), """
                userId,movieId,rating,timestamp
                1,10,4.0,964982703
                2,10,2.5,964982704
                1,11,5.0,964982705
                """);
        Files.writeString(source.resolve("movies.csv"), """
                movieId,title,genres
                10,Heat (1995),Crime|Drama
                11,"Ran, uncut (1985)",Drama
                12,Unseen (2000),(no genres listed)
                """);
        Files.writeString(source.resolve("tags.csv"), """
                userId,movieId,tag,timestamp
                1,10,slow,1
                2,11,war,2
                2,10,tense,3
                """);
        store = FeatureStore.open(folder.resolve("store"));
    }

    @Test
    void aSnapshotHoldsWhatWasImported() throws IOException {
        Snapshot snapshot = store.importData(source).snapshot();

        SnapshotManifest manifest = snapshot.manifest();
        assertThat(snapshot.id())
                .hasSize(64)
                .isEqualTo(snapshot.directory().getFileName().toString());
        assertThat(manifest.counts()).isEqualTo(new SnapshotManifest.Counts(2, 3, 2, 2, 3));
        assertThat(manifest.timeKind()).isEqualTo(TimeKind.TIMESTAMP);
        assertThat(manifest.earliest()).isEqualTo(964982703);
        assertThat(manifest.latest()).isEqualTo(964982705);
        assertThat(manifest.leastValue()).isEqualTo(2.5f);
        assertThat(manifest.greatestValue()).isEqualTo(5f);
        assertThat(manifest.eventTypes()).containsExactly("rating");
        assertThat(manifest.eventsByPart()).containsExactly(3L, 0L, 0L, 0L);
        assertThat(snapshot.users().ids()).containsExactly("1", "2");
        assertThat(snapshot.items().ids()).containsExactly("10", "11", "12");
        try (EventTable events = snapshot.events()) {
            assertThat(events.rows()).isEqualTo(3);
            assertThat(List.of(events.user(1), events.item(1))).containsExactly(1, 0);
            assertThat(events.value(1)).isEqualTo(2.5f);
            assertThat(events.time(2)).isEqualTo(964982705);
        }
        snapshot.verify();
    }

    @Test
    void theManifestSurvivesWritingAndReading() throws IOException {
        SnapshotManifest manifest = store.importData(source).snapshot().manifest();

        SnapshotManifest again = SnapshotJson.read(SnapshotJson.write(manifest), "here");

        assertThat(again).isEqualTo(manifest);
        assertThat(again.report()).containsEntry("accepted", 9L);
    }

    @Test
    void arrowJavaOpensEverySegment() throws IOException {
        Snapshot snapshot = store.importData(source).snapshot();

        List<String> rows = new ArrayList<>();
        try (RootAllocator allocator = new RootAllocator();
                var channel = Files.newByteChannel(snapshot.directory().resolve("item_features_00.arrow"));
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            while (reader.loadNextBatch()) {
                var root = reader.getVectorSchemaRoot();
                for (int row = 0; row < root.getRowCount(); row++) {
                    rows.add(((IntVector) root.getVector("entity")).get(row) + " "
                            + ((VarCharVector) root.getVector("title")).getObject(row) + " "
                            + ((IntVector) root.getVector("year")).get(row) + " "
                            + ((ListVector) root.getVector("genres")).getObject(row));
                }
            }
        }

        assertThat(rows)
                .containsExactly(
                        "0 Heat (1995) 1995 [\"Crime\",\"Drama\"]",
                        "1 Ran, uncut (1985) 1985 [\"Drama\"]",
                        "2 Unseen (2000) 2000 null");
    }

    @Test
    void featuresFollowTheItemsOfTheDataset() throws IOException {
        FeatureTable items =
                store.importData(source).snapshot().dataset().build().itemFeatures();

        assertThat(items.ids().ids()).containsExactly("10", "11");
        assertThat(display(items, "title")).containsExactly("Heat (1995)", "Ran, uncut (1985)");
        assertThat(display(items, "year")).containsExactly("1995", "1985");
        assertThat(display(items, "genres")).containsExactly("Crime, Drama", "Drama");
        assertThat(display(items, "tag")).containsExactly("slow, tense", "war");
    }

    @Test
    void catalogueItemsAreKeptOnRequest() throws IOException {
        Dataset dataset =
                store.importData(source).snapshot().dataset().catalogue(true).build();

        assertThat(dataset.interactions().items().ids()).containsExactly("10", "11", "12");
        assertThat(display(dataset.itemFeatures(), "title")).last().isEqualTo("Unseen (2000)");
    }

    private static List<String> display(FeatureTable table, String name) {
        FeatureColumn column = table.column(name).orElseThrow();
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            cells.add(column.display(row));
        }
        return cells;
    }

    @Test
    void theSameContentGivesTheSameSnapshotWhateverTheFilesAreCalled() throws IOException {
        ImportedSnapshot first = store.importData(source);
        ImportedSnapshot second = store.importData(source);
        Path elsewhere = Files.createDirectory(folder.resolve("copy"));
        Files.copy(source.resolve("ratings.csv"), elsewhere.resolve("ratings.csv"));
        Files.copy(source.resolve("movies.csv"), elsewhere.resolve("movies.csv"));
        Files.copy(source.resolve("tags.csv"), elsewhere.resolve("tags.csv"));
        ImportedSnapshot copied = FeatureStore.open(folder.resolve("other")).importData(elsewhere);

        assertThat(first.alreadyPresent()).isFalse();
        assertThat(second.alreadyPresent()).isTrue();
        assertThat(second.snapshot().id()).isEqualTo(first.snapshot().id());
        assertThat(second.report().accepted()).isEqualTo(9);
        assertThat(copied.snapshot().id()).isEqualTo(first.snapshot().id());
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void anyChangeOfContentOrOrderGivesAnotherSnapshot() throws IOException {
        String header = "userId,movieId,rating,timestamp\n";
        Set<String> ids = new HashSet<>();
        for (String rows : List.of(
                "1,10,4.0,964982703\n2,10,2.5,964982704\n",
                "2,10,2.5,964982704\n1,10,4.0,964982703\n",
                "1,10,4.5,964982703\n2,10,2.5,964982704\n",
                "1,10,4.0,964982702\n2,10,2.5,964982704\n",
                "1,10,4.0,964982703\n3,10,2.5,964982704\n",
                "1,10,4.0,964982703\n")) {
            Path file = Files.writeString(folder.resolve("x.csv"), header + rows);
            ids.add(store.importData(file).snapshot().id());
        }

        assertThat(ids).hasSize(6);
        assertThat(store.list()).hasSize(6);
    }

    @Test
    void aSnapshotIsFoundByTheStartOfItsId() throws IOException {
        String id = store.importData(source).snapshot().id();

        assertThat(store.snapshot(id.substring(0, 8)).id()).isEqualTo(id);
        assertThatThrownBy(() -> store.snapshot("zzzz"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("no snapshot 'zzzz'; available: " + id.substring(0, 12));
    }

    @Test
    void aFailedImportLeavesNothingBehind() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "user,item,rating\nu,i,x\n");

        assertThatThrownBy(() -> store.importData(bad)).isInstanceOf(KindredException.class);
        assertThat(store.root()).isEmptyDirectory();
    }

    @Test
    void aFullDiskLeavesNothingBehindWhereverItFills() throws IOException {
        long needed = 0;
        for (SnapshotManifest.FileEntry file :
                store.importData(source).snapshot().manifest().files()) {
            needed += file.bytes();
        }
        for (long space = 0; space < needed; space += needed / 7) {
            Path root = Files.createDirectory(folder.resolve("full-" + space));
            FeatureStore full = new FeatureStore(root, new SmallDisk(space));

            assertThatThrownBy(() -> full.importData(source))
                    .as("with %d bytes of space", space)
                    .isInstanceOf(KindredException.class)
                    .hasMessageContaining("the disk is full")
                    .hasMessageContaining("nothing was kept");
            assertThat(root).isEmptyDirectory();
        }
    }

    /** A disk that takes a number of bytes and then says that it is full. */
    private static final class SmallDisk implements SegmentOutput {
        private long space;

        SmallDisk(long space) {
            this.space = space;
        }

        @Override
        public WritableByteChannel create(Path file) throws IOException {
            WritableByteChannel channel = SegmentOutput.FILES.create(file);
            return new WritableByteChannel() {
                @Override
                public int write(ByteBuffer bytes) throws IOException {
                    space -= bytes.remaining();
                    if (space < 0) {
                        throw new FileSystemException(file.toString(), null, "No space left on device");
                    }
                    return channel.write(bytes);
                }

                @Override
                public boolean isOpen() {
                    return channel.isOpen();
                }

                @Override
                public void close() throws IOException {
                    channel.close();
                }
            };
        }
    }

    @Test
    void damageIsFoundAndNamed() throws IOException {
        Snapshot snapshot = store.importData(source).snapshot();
        Path events = snapshot.directory().resolve("events.arrow");
        try (RandomAccessFile file = new RandomAccessFile(events.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(77);
        }
        assertThatThrownBy(snapshot::verify)
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("events.arrow is damaged");

        try (RandomAccessFile file = new RandomAccessFile(events.toFile(), "rw")) {
            file.setLength(100);
        }
        assertThatThrownBy(() -> Snapshot.open(snapshot.directory()))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("events.arrow has 100 bytes where");

        Files.delete(events);
        assertThatThrownBy(() -> Snapshot.open(snapshot.directory()))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("events.arrow is missing");
    }

    @Test
    void aManifestThatIsNoneIsRefused() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("none"));
        assertThatThrownBy(() -> Snapshot.open(directory)).hasMessageContaining("has no snapshot.json");

        Files.writeString(directory.resolve("snapshot.json"), "{\"formatVersion\": 99}");
        assertThatThrownBy(() -> Snapshot.open(directory))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("format version 99; this version of Kindred reads 1");

        Files.writeString(directory.resolve("snapshot.json"), "{\"formatVersion\": 1, \"id\": 5}");
        assertThatThrownBy(() -> Snapshot.open(directory))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("'id' must be a text");
    }

    @Test
    void whatAKilledImportLeftIsRemovedAfterADay() throws IOException {
        Path old = Files.createDirectory(store.root().resolve(".tmp-old"));
        Files.writeString(old.resolve("events.arrow"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Path fresh = Files.createDirectory(store.root().resolve(".tmp-fresh"));

        store.importData(source);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(store.list()).hasSize(1);
    }
}
