package io.kindred.models.deep.engine;

import io.kindred.core.KindredException;
import io.kindred.core.model.TrainingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The state of a run after an epoch, in a file: a magic word and version, the run's key, epoch and steps, all parameters with
 * the state of their optimiser, and a checksum. Written under a temporary name, forced to disk and renamed, so that a killed
 * process leaves the checkpoint before. One caller at a time.
 */
final class Checkpoint {
    private static final long MAGIC = 0x4b494e4443503031L;
    private static final int HEADER = 3 * Long.BYTES + 2 * Integer.BYTES;

    private final Optional<Path> file;
    private final int key;

    private Checkpoint(Optional<Path> file, int key) {
        this.file = file;
        this.key = key;
    }

    /** The checkpoint of a run; one that does nothing where the context has no folder. */
    static Checkpoint of(TrainingContext context, String key) {
        CRC32C name = new CRC32C();
        name.update(key.getBytes(StandardCharsets.UTF_8));
        int hash = (int) name.getValue();
        return new Checkpoint(
                context.workDir()
                        .map(folder ->
                                folder.resolve("training-" + HexFormat.of().toHexDigits(hash) + ".checkpoint")),
                hash);
    }

    /**
     * Puts a run where its checkpoint is.
     *
     * @return the epoch it was written after; 0 where there is none
     * @throws KindredException if the checkpoint is damaged or of another run
     */
    int resume(Run run) {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return 0;
        }
        Path path = file.get();
        long expected = HEADER + run.bytes() + Long.BYTES;
        try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ)) {
            if (in.size() != expected) {
                throw damaged(path, "it has " + in.size() + " bytes instead of " + expected, null);
            }
            Summed content = new Summed(in, null);
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            content.fill(header);
            header.flip();
            if (header.getLong() != MAGIC || header.getInt() != key) {
                throw damaged(path, "it is no checkpoint of this run", null);
            }
            int epoch = header.getInt();
            long steps = header.getLong();
            if (header.getLong() != run.bytes()) {
                throw damaged(path, "it holds another number of parameters", null);
            }
            run.read(content, steps);
            long sum = content.sum();
            ByteBuffer end = ByteBuffer.allocate(Long.BYTES);
            content.fill(end);
            if (end.flip().getLong() != sum) {
                throw damaged(path, "its checksum is wrong", null);
            }
            return epoch;
        } catch (IOException e) {
            throw damaged(path, e.getMessage(), e);
        }
    }

    private static KindredException damaged(Path path, String why, IOException cause) {
        return new KindredException(
                "training cannot go on from " + path + ": " + why + "; delete the file to begin anew", cause);
    }

    /** Replaces the checkpoint. */
    void write(Run run, int epoch) {
        if (file.isEmpty()) {
            return;
        }
        Path path = file.get();
        Path unfinished = path.resolveSibling(path.getFileName() + ".tmp");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (FileChannel out = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                Summed content = new Summed(null, out);
                content.write(ByteBuffer.allocate(HEADER)
                        .putLong(MAGIC)
                        .putInt(key)
                        .putInt(epoch)
                        .putLong(run.steps())
                        .putLong(run.bytes())
                        .flip());
                run.write(content);
                content.write(
                        ByteBuffer.allocate(Long.BYTES).putLong(content.sum()).flip());
                out.force(true);
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint " + path + " cannot be written", e);
        }
    }

    /** A finished run needs none. */
    void delete() {
        try {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint " + file.get() + " cannot be deleted", e);
        }
    }

    /** Passes bytes on and sums them up. */
    private static final class Summed implements ReadableByteChannel, WritableByteChannel {
        private final FileChannel in;
        private final FileChannel out;
        private final CRC32C sum = new CRC32C();

        private Summed(FileChannel in, FileChannel out) {
            this.in = in;
            this.out = out;
        }

        long sum() {
            return sum.getValue();
        }

        void fill(ByteBuffer buffer) throws IOException {
            while (buffer.hasRemaining()) {
                if (read(buffer) < 0) {
                    throw new IOException("it ends too early");
                }
            }
        }

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            int from = buffer.position();
            int count = in.read(buffer);
            if (count > 0) {
                sum.update(buffer.duplicate().position(from).limit(from + count));
            }
            return count;
        }

        @Override
        public int write(ByteBuffer buffer) throws IOException {
            ByteBuffer written = buffer.duplicate();
            int count = out.write(buffer);
            sum.update(written.limit(written.position() + count));
            return count;
        }

        @Override
        public boolean isOpen() {
            return (in == null ? out : in).isOpen();
        }

        @Override
        public void close() {
            // The file belongs to the caller.
        }
    }
}
