package io.kindred.core.online;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The durable log of events: an append-only directory of segments. {@link #append} returns once its events are on disk, and an
 * event id that the log has already is not written again, also after a restart. Callers that append at the same time share one
 * fsync.
 *
 * <p>One process writes a log at a time; others may {@link #replay} it meanwhile. Whatever a crash left of an unacknowledged
 * append at the end is set aside in a file of its own, never silently deleted. Thread-safe.
 */
public final class EventLog implements AutoCloseable {
    /** When a segment has grown to this size a new one is begun. */
    public static final long DEFAULT_SEGMENT_BYTES = 64L << 20;

    private final Path directory;
    private final long segmentBytes;
    private final FileChannel lockFile;
    private final SegmentOpener opener;
    private final Object writeLock = new Object();
    private final Object syncLock = new Object();
    private final EventIds ids = new EventIds();
    private int segment;
    private FileChannel channel;
    private long position;
    private volatile long written;
    private long synced;
    private volatile String failure;

    /**
     * What became of a batch.
     *
     * @param accepted the events that are new, in the given order
     * @param duplicates how many were there already or came twice in the batch
     */
    public record Receipt(List<Event> accepted, int duplicates) {}

    /** How segments are opened for writing; tests stand in for failing disks here. */
    interface SegmentOpener {
        FileChannel open(Path file, OpenOption... options) throws IOException;
    }

    private EventLog(Path directory, long segmentBytes, FileChannel lockFile, SegmentOpener opener) {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.lockFile = lockFile;
        this.opener = opener;
    }

    /**
     * Opens a log for writing, creating it if it is missing.
     *
     * @param consumer gets every event that is there already, in order
     * @throws EventLogException if another process writes the log, or it cannot be read
     */
    public static EventLog open(Path directory, Consumer<Event> consumer) {
        return open(directory, DEFAULT_SEGMENT_BYTES, consumer, FileChannel::open);
    }

    static EventLog open(Path directory, long segmentBytes, Consumer<Event> consumer, SegmentOpener opener) {
        FileChannel lockFile = null;
        try {
            Files.createDirectories(directory);
            lockFile = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(directory, lockFile);
            EventLog log = new EventLog(directory, segmentBytes, lockFile, opener);
            log.recover(consumer);
            return log;
        } catch (IOException e) {
            closeQuietly(lockFile, e);
            throw new EventLogException("the event log " + directory + " cannot be opened: " + reason(e), e);
        } catch (RuntimeException e) {
            closeQuietly(lockFile, e);
            throw e;
        }
    }

    /**
     * Reads a log from the start without opening it for writing; events that are being written may be missing.
     *
     * @throws EventLogException if it cannot be read
     */
    public static void replay(Path directory, Consumer<Event> consumer) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try {
            for (EventSegment each : EventSegment.list(directory)) {
                if (!each.isUnborn()) {
                    each.read(consumer);
                }
            }
        } catch (IOException e) {
            throw new EventLogException("the event log " + directory + " cannot be read: " + reason(e), e);
        }
    }

    /**
     * Writes the events that the log does not have and waits until they are on disk.
     *
     * @throws EventLogException if they cannot be written; then none of them is in the log
     */
    public Receipt append(List<Event> events) {
        Receipt receipt;
        long target;
        synchronized (writeLock) {
            checkUsable();
            List<Event> fresh = fresh(events);
            if (!fresh.isEmpty()) {
                write(fresh);
            }
            receipt = new Receipt(List.copyOf(fresh), events.size() - fresh.size());
            target = written;
        }
        sync(target);
        return receipt;
    }

    /** How many events the log has. */
    public long size() {
        synchronized (writeLock) {
            return ids.size();
        }
    }

    /** Whether events can be appended; false after a disk refused to confirm a write, until the log is opened anew. */
    public boolean isUsable() {
        return failure == null;
    }

    @Override
    public void close() {
        synchronized (writeLock) {
            synchronized (syncLock) {
                if (failure == null) {
                    failure = "it is closed";
                }
                try (lockFile;
                        FileChannel current = channel) {
                    if (current.isOpen()) {
                        current.force(true);
                    }
                } catch (IOException e) {
                    throw new EventLogException("the event log " + directory + " cannot be closed: " + reason(e), e);
                }
            }
        }
    }

    private List<Event> fresh(List<Event> events) {
        List<Event> fresh = new ArrayList<>(events.size());
        Set<String> inBatch = new HashSet<>();
        for (Event event : events) {
            if (!ids.contains(event.id()) && inBatch.add(event.id())) {
                fresh.add(event);
            }
        }
        return fresh;
    }

    private void write(List<Event> fresh) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream(fresh.size() * 64);
        fresh.forEach(event -> EventCodec.encode(event, frames));
        try {
            if (position >= segmentBytes) {
                roll();
            }
            writeFully(channel, ByteBuffer.wrap(frames.toByteArray()), position);
        } catch (IOException e) {
            takeBack(e);
            throw new EventLogException(
                    "the events could not be written to " + directory + " and none was accepted: " + reason(e), e);
        }
        position += frames.size();
        long end = written + frames.size();
        written = end;
        fresh.forEach(event -> ids.add(event.id()));
    }

    /** Cuts off what a failed write left, so that the next one follows the last whole event. */
    private void takeBack(IOException cause) {
        try {
            channel.truncate(position);
        } catch (IOException e) {
            cause.addSuppressed(e);
            failure = "an incomplete write could not be taken back";
        }
    }

    private void sync(long target) {
        synchronized (syncLock) {
            if (synced >= target) {
                return;
            }
            checkUsable();
            long upTo = written;
            try {
                channel.force(false);
            } catch (IOException e) {
                // After a failed fsync the kernel may have dropped the pages: only reading the files again tells.
                failure = "the disk did not confirm a write (" + reason(e) + ")";
                throw new EventLogException("the events may not be on disk: " + reason(e) + "; send them again", e);
            }
            synced = upTo;
        }
    }

    /** The full segment is on disk before the next one exists, so that only the last one can have a damaged tail. */
    private void roll() throws IOException {
        synchronized (syncLock) {
            try {
                channel.force(true);
            } catch (IOException e) {
                failure = "the disk did not confirm a write (" + reason(e) + ")";
                throw e;
            }
            synced = written;
            FileChannel full = channel;
            channel = create(EventSegment.of(directory, segment + 1));
            segment++;
            position = EventSegment.HEADER_BYTES;
            full.close();
        }
    }

    private FileChannel create(EventSegment fresh) throws IOException {
        FileChannel created = opener.open(
                fresh.file(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        try {
            writeFully(created, EventSegment.header(), 0);
            created.force(true);
            syncDirectory();
            return created;
        } catch (IOException e) {
            closeQuietly(created, e);
            throw e;
        }
    }

    private void recover(Consumer<Event> consumer) throws IOException {
        List<EventSegment> segments = EventSegment.list(directory);
        for (int i = 0; i < segments.size(); i++) {
            EventSegment each = segments.get(i);
            boolean last = i == segments.size() - 1;
            segment = each.number();
            if (last && each.isUnborn()) {
                break;
            }
            long end = each.read(event -> {
                if (ids.add(event.id())) {
                    consumer.accept(event);
                }
            });
            long size = Files.size(each.file());
            if (end < size && !last) {
                throw new EventLogException("the event log segment " + each.file() + " is damaged at byte " + end
                        + " of " + size + "; restore it from a backup");
            }
            if (last) {
                channel = opener.open(each.file(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                setAsideTail(each, end, size);
                position = end;
            }
        }
        if (channel == null) {
            segment = Math.max(segment, 1);
            channel = create(EventSegment.of(directory, segment));
            position = EventSegment.HEADER_BYTES;
        }
    }

    private void setAsideTail(EventSegment each, long end, long size) throws IOException {
        if (end == size) {
            return;
        }
        Path aside = directory.resolve("damaged-%08d-%d.bin".formatted(each.number(), end));
        try (FileChannel copy = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            long copied = end;
            while (copied < size) {
                copied += channel.transferTo(copied, size - copied, copy);
            }
            copy.force(true);
        }
        syncDirectory();
        channel.truncate(end);
        channel.force(true);
    }

    private void syncDirectory() throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private void checkUsable() {
        String why = failure;
        if (why != null) {
            throw new EventLogException("the event log " + directory + " takes no events: " + why
                    + "; free or repair the disk and start the server again");
        }
    }

    private static void lock(Path directory, FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(directory, e);
        }
        throw inUse(directory, null);
    }

    private static EventLogException inUse(Path directory, Throwable cause) {
        return new EventLogException("the event log " + directory + " is in use by another server", cause);
    }

    private static void writeFully(FileChannel target, ByteBuffer bytes, long at) throws IOException {
        long next = at;
        while (bytes.hasRemaining()) {
            next += target.write(bytes, next);
        }
    }

    private static void closeQuietly(FileChannel opened, Exception cause) {
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
