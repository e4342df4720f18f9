package io.kindred.core.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    @TempDir
    Path directory;

    @Test
    void eventsAreThereAfterReopening() {
        try (EventLog log = open()) {
            log.append(List.of(event("a"), event("b")));
            log.append(List.of(event("c")));
        }

        assertThat(replay()).containsExactly(event("a"), event("b"), event("c"));
    }

    @Test
    void anIdIsWrittenOnceWithinABatchAcrossBatchesAndAcrossRestarts() {
        try (EventLog log = open()) {
            EventLog.Receipt first = log.append(List.of(event("a"), event("b"), event("a")));
            assertThat(first.accepted()).containsExactly(event("a"), event("b"));
            assertThat(first.duplicates()).isEqualTo(1);
        }
        try (EventLog log = open()) {
            EventLog.Receipt second = log.append(List.of(event("b"), event("c")));
            assertThat(second.accepted()).containsExactly(event("c"));
            assertThat(second.duplicates()).isEqualTo(1);
            assertThat(log.size()).isEqualTo(3);
        }
        assertThat(replay()).hasSize(3);
    }

    @Test
    void aFullSegmentIsFollowedByAnother() throws IOException {
        try (EventLog log = EventLog.open(directory, 200, e -> {}, FileChannel::open)) {
            for (int i = 0; i < 20; i++) {
                log.append(List.of(event("event-" + i)));
            }
        }

        assertThat(EventSegment.list(directory)).hasSizeGreaterThan(3);
        assertThat(replay()).extracting(Event::id).containsExactlyElementsOf(ids("event-", 20));
    }

    @Test
    void aTailThatACrashCutOffIsSetAsideAndTheRestKept() throws IOException {
        try (EventLog log = open()) {
            log.append(List.of(event("a"), event("b")));
        }
        Path segment = EventSegment.of(directory, 1).file();
        long whole = Files.size(segment);
        Files.write(segment, new byte[] {30, 0, 0, 0, 1, 2, 3}, StandardOpenOption.APPEND);

        try (EventLog log = open()) {
            log.append(List.of(event("c")));
        }

        assertThat(replay()).containsExactly(event("a"), event("b"), event("c"));
        assertThat(directory.resolve("damaged-00000001-" + whole + ".bin")).hasSize(7);
    }

    @Test
    void whereverTheLastSegmentIsCutTheWholeEventsBeforeSurvive() throws IOException {
        try (EventLog log = open()) {
            log.append(List.of(event("a"), event("b"), event("c")));
        }
        Path segment = EventSegment.of(directory, 1).file();
        byte[] bytes = Files.readAllBytes(segment);
        int frame = (bytes.length - EventSegment.HEADER_BYTES) / 3;
        for (int length = 0; length <= bytes.length; length++) {
            Files.write(segment, java.util.Arrays.copyOf(bytes, length));
            List<Event> found = new ArrayList<>();
            EventLog.open(directory, found::add).close();
            assertThat(found).hasSize(Math.max(0, length - EventSegment.HEADER_BYTES) / frame);
        }
    }

    @Test
    void damageBeforeTheLastSegmentIsRefused() throws IOException {
        try (EventLog log = EventLog.open(directory, 20, e -> {}, FileChannel::open)) {
            log.append(List.of(event("a")));
            log.append(List.of(event("b")));
        }
        Path segment = EventSegment.of(directory, 1).file();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 1] ^= 1;
        Files.write(segment, bytes);

        assertThatThrownBy(this::open)
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("events-00000001.log is damaged at byte 16");
    }

    @Test
    void aMissingSegmentIsRefused() throws IOException {
        try (EventLog log = EventLog.open(directory, 20, e -> {}, FileChannel::open)) {
            for (String id : List.of("a", "b", "c")) {
                log.append(List.of(event(id)));
            }
        }
        Files.delete(EventSegment.of(directory, 2).file());

        assertThatThrownBy(this::open)
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("no segment between events-00000001.log and events-00000003.log");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        open().close();
        Path segment = EventSegment.of(directory, 1).file();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[8] = 9;
        Files.write(segment, bytes);

        assertThatThrownBy(this::open)
                .isInstanceOf(EventLogException.class)
                .hasMessageEndingWith("has event log format 9; this version reads format 1; use a newer Kindred");
    }

    @Test
    void aSecondWriterIsRefused() {
        try (EventLog log = open()) {
            assertThat(log.isUsable()).isTrue();
            assertThatThrownBy(this::open)
                    .isInstanceOf(EventLogException.class)
                    .hasMessageEndingWith("is in use by another server");
        }
    }

    @Test
    void aFullDiskRefusesTheBatchAndLosesNothing() {
        AtomicBoolean full = new AtomicBoolean();
        try (EventLog log = EventLog.open(
                directory, 1 << 20, e -> {}, (file, options) -> new FullDisk(FileChannel.open(file, options), full))) {
            log.append(List.of(event("a")));
            full.set(true);
            assertThatThrownBy(() -> log.append(List.of(event("b"), event("c"))))
                    .isInstanceOf(EventLogException.class)
                    .hasMessageContaining("none was accepted: No space left on device");
            full.set(false);
            assertThat(log.append(List.of(event("b"), event("d"))).accepted()).hasSize(2);
        }

        assertThat(replay()).containsExactly(event("a"), event("b"), event("d"));
    }

    @Test
    void eventsOfManyThreadsAreAllThereOnce() throws Exception {
        try (EventLog log = EventLog.open(directory, 4096, e -> {}, FileChannel::open);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> accepted = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                int offset = t / 2 * 100;
                accepted.add(threads.submit(() -> {
                    int count = 0;
                    for (int i = 0; i < 100; i += 5) {
                        int from = offset + i;
                        List<Event> batch = IntStream.range(from, from + 5)
                                .mapToObj(n -> event("event-" + n))
                                .toList();
                        count += log.append(batch).accepted().size();
                    }
                    return count;
                }));
            }
            int total = 0;
            for (Future<Integer> each : accepted) {
                total += each.get();
            }
            assertThat(total).isEqualTo(400);
        }

        assertThat(replay()).extracting(Event::id).containsExactlyInAnyOrderElementsOf(ids("event-", 400));
    }

    private EventLog open() {
        return EventLog.open(directory, e -> {});
    }

    private List<Event> replay() {
        List<Event> found = new ArrayList<>();
        EventLog.replay(directory, found::add);
        return found;
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static Event event(String id) {
        return new Event(id, "user", "item", "view", 1_700_000_000L, 1.0);
    }
}
