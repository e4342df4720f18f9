package io.kindred.core.arrow;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sequential output with a known position. Small and heap data go through one direct buffer,
 * because the channel would otherwise cache a direct copy as large as the data; large native
 * segments are written as they are.
 */
final class FileSink implements Closeable {
    private static final int STAGING_BYTES = 256 << 10;
    private static final long LARGEST_WRITE = 1L << 30;

    private final FileChannel channel;
    private final ByteBuffer staging = ByteBuffer.allocateDirect(STAGING_BYTES);
    private final MemorySegment stagingSegment = MemorySegment.ofBuffer(staging);
    private long position;

    FileSink(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    long position() {
        return position;
    }

    void write(MemorySegment segment) throws IOException {
        long size = segment.byteSize();
        if (segment.isNative() && size >= STAGING_BYTES) {
            flush();
            for (long done = 0; done < size; done += LARGEST_WRITE) {
                drain(segment.asSlice(done, Math.min(LARGEST_WRITE, size - done))
                        .asByteBuffer());
            }
        } else {
            stage(segment);
        }
        position += size;
    }

    private void stage(MemorySegment segment) throws IOException {
        long done = 0;
        while (done < segment.byteSize()) {
            if (!staging.hasRemaining()) {
                flush();
            }
            int chunk = (int) Math.min(staging.remaining(), segment.byteSize() - done);
            MemorySegment.copy(segment, done, stagingSegment, staging.position(), chunk);
            staging.position(staging.position() + chunk);
            done += chunk;
        }
    }

    /** Writes zeros up to the next multiple of {@code alignment} bytes of the file. */
    void pad(int alignment) throws IOException {
        write(MemorySegment.ofArray(new byte[(int) (padded(position, alignment) - position)]));
    }

    static long padded(long position, int alignment) {
        return (position + alignment - 1) / alignment * alignment;
    }

    private void flush() throws IOException {
        staging.flip();
        drain(staging);
        staging.clear();
    }

    private void drain(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Asks the operating system to put everything written so far on the device. */
    void force() throws IOException {
        flush();
        channel.force(true);
    }

    /** Flushes and closes. */
    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }

    /** Closes without writing what is still buffered. */
    void abandon() throws IOException {
        channel.close();
    }
}
