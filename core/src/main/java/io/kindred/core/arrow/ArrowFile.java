package io.kindred.core.arrow;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * An Arrow IPC file mapped into memory. Opening reads the footer, the message headers and the
 * dictionaries; values are read from the mapping when they are asked for, never copied. Files may
 * exceed 2 GiB, a single batch has at most 2<sup>31</sup> - 1 rows.
 *
 * <p>Every place that the file states is checked before use: damaged, truncated and foreign files
 * give an {@link ArrowFormatException}. A batch is checked once, in time proportional to its rows
 * where it has text, lists or dictionaries, and in constant time otherwise.
 *
 * <p>Safe for any number of threads. A file must not be changed in place while it is mapped: when another process shortens
 * it, an access to what is gone ends in {@link InternalError} or aborts the virtual machine. Replace files by renaming a new
 * one over the old, which leaves mappings intact.
 */
public final class ArrowFile implements AutoCloseable {
    private final String name;
    private final MemorySegment bytes;
    private final Arena owned;
    private final FileFooter footer;
    private final Map<Long, ArrowColumn> dictionaries;
    private final long rows;
    private final AtomicReferenceArray<ArrowBatch> batches;

    private ArrowFile(String name, MemorySegment bytes, Arena owned) {
        this.name = name;
        this.bytes = bytes;
        this.owned = owned;
        this.footer = FileFooter.read(name, bytes);
        this.dictionaries = new Dictionaries(name, bytes, footer).read(footer.dictionaries());
        this.batches = new AtomicReferenceArray<>(footer.batches().size());
        long sum = 0;
        for (int i = 0; i < footer.batches().size(); i++) {
            sum += rows(i);
        }
        this.rows = sum;
    }

    /**
     * Maps a file until {@link #close()}, which any thread may call.
     *
     * @throws IOException when the file cannot be opened
     * @throws ArrowFormatException when it is not a readable Arrow IPC file
     */
    public static ArrowFile map(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            return new ArrowFile(name(file), bytes(file, arena), arena);
        } catch (IOException | RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    /**
     * Maps a file for as long as an arena lives; {@link #close()} then does nothing.
     *
     * @throws IOException when the file cannot be opened
     * @throws ArrowFormatException when it is not a readable Arrow IPC file
     */
    public static ArrowFile map(Path file, Arena arena) throws IOException {
        return new ArrowFile(name(file), bytes(file, arena), null);
    }

    /** Reads a file image that is in memory already. */
    static ArrowFile of(String name, MemorySegment bytes) {
        return new ArrowFile(name, bytes, null);
    }

    private static MemorySegment bytes(Path file, Arena arena) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory, not a file");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    /** Returns the schema. */
    public ArrowSchema schema() {
        return footer.schema();
    }

    /** Returns the number of batches. */
    public int batchCount() {
        return footer.batches().size();
    }

    /** Returns the number of rows of all batches together. */
    public long rowCount() {
        return rows;
    }

    /** Returns the size of the file in bytes. */
    public long byteSize() {
        return bytes.byteSize();
    }

    /**
     * Returns a batch, checked on the first call and kept.
     *
     * @param index from 0 to {@code batchCount() - 1}
     * @throws ArrowFormatException when the batch is damaged or compressed
     */
    public ArrowBatch batch(int index) {
        ArrowBatch known = batches.get(index);
        if (known != null) {
            return known;
        }
        // Two threads may decode the same batch at the same time; both results are the same.
        ArrowBatch decoded = decode(index);
        batches.set(index, decoded);
        return decoded;
    }

    private int rows(int index) {
        String what = name + ": batch " + index;
        return Metadata.parse(
                what, () -> BatchDecoder.rows(what, message(what, index).recordBatch()));
    }

    private ArrowBatch decode(int index) {
        String what = name + ": batch " + index;
        return Metadata.parse(what, () -> {
            IpcMessage message = message(what, index);
            BatchDecoder decoder = new BatchDecoder(what, message.recordBatch(), message.body(), dictionaries);
            List<ArrowColumn> columns = decoder.columns(footer.layouts());
            int rows = BatchDecoder.rows(what, message.recordBatch());
            return ArrowBatch.ofFile(name, footer.schema(), rows, columns);
        });
    }

    private IpcMessage message(String what, int index) {
        return IpcMessage.read(what, bytes, footer.batches().get(index));
    }

    /** Unmaps the file if {@link #map(Path)} opened it; its columns must not be used any more. */
    @Override
    public void close() {
        if (owned != null && owned.scope().isAlive()) {
            owned.close();
        }
    }
}
