package io.kindred.models.deep.engine;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Numbers to be learnt, in native memory that PyTorch reads where it is, and the state of their optimiser. Different runs of
 * them may be moved at the same time; otherwise one caller at a time. Freed with the arena.
 */
final class Parameters {
    private static final long ALIGNMENT = 64;
    private static final int CHUNK = 1 << 26;

    private final MemorySegment weights;
    private final MemorySegment[] state;
    private final Optimizer optimizer;

    /**
     * Zeros.
     *
     * @param count at least 1
     */
    Parameters(Arena arena, long count, Optimizer optimizer) {
        this.optimizer = optimizer;
        this.weights = arena.allocate(count * Float.BYTES, ALIGNMENT);
        this.state = new MemorySegment[optimizer.slots()];
        for (int slot = 0; slot < state.length; slot++) {
            state[slot] = arena.allocate(count * Float.BYTES, ALIGNMENT);
            if (optimizer.initialState() != 0) {
                for (long n = 0; n < count; n++) {
                    state[slot].setAtIndex(ValueLayout.JAVA_FLOAT, n, optimizer.initialState());
                }
            }
        }
    }

    MemorySegment weights() {
        return weights;
    }

    /** Bytes of numbers and state. */
    long bytes() {
        return weights.byteSize() * (1 + state.length);
    }

    /**
     * Moves some numbers.
     *
     * @param first the first of them
     * @param length how many
     * @param gradient of them, from {@code gradientOffset} bytes on
     */
    void move(long first, int length, MemorySegment gradient, long gradientOffset, float scale, float rate, long step) {
        optimizer.move(
                new Optimizer.Run(weights, state, first * Float.BYTES, gradient, gradientOffset, scale, length),
                rate,
                step);
    }

    /** Writes numbers and state as they are in memory. */
    void write(WritableByteChannel out) throws IOException {
        write(weights, out);
        for (MemorySegment slot : state) {
            write(slot, out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if there is less
     */
    void read(ReadableByteChannel in) throws IOException {
        read(weights, in);
        for (MemorySegment slot : state) {
            read(slot, in);
        }
    }

    private static void write(MemorySegment segment, WritableByteChannel out) throws IOException {
        for (long at = 0; at < segment.byteSize(); at += CHUNK) {
            ByteBuffer chunk = chunk(segment, at);
            while (chunk.hasRemaining()) {
                out.write(chunk);
            }
        }
    }

    private static void read(MemorySegment segment, ReadableByteChannel in) throws IOException {
        for (long at = 0; at < segment.byteSize(); at += CHUNK) {
            ByteBuffer chunk = chunk(segment, at);
            while (chunk.hasRemaining()) {
                if (in.read(chunk) < 0) {
                    throw new IOException("it ends too early");
                }
            }
        }
    }

    private static ByteBuffer chunk(MemorySegment segment, long at) {
        return segment.asSlice(at, Math.min(CHUNK, segment.byteSize() - at)).asByteBuffer();
    }
}
