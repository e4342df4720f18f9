package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * Turns what the generated flatbuffer accessors throw on damaged bytes into one exception with a
 * message. The accessors check nothing themselves: a damaged offset shows as an index out of range,
 * damaged text as an illegal argument.
 */
final class Metadata {
    private Metadata() {}

    static <T> T parse(String what, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException
                | NegativeArraySizeException
                | BufferUnderflowException e) {
            throw new ArrowFormatException(what + " is damaged or unusable: " + e.getMessage(), e);
        }
    }

    /** Refuses an absent part; the accessors return {@code null} for one. */
    static <T> T present(T part, String name) {
        if (part == null) {
            throw new IllegalArgumentException("its " + name + " is missing");
        }
        return part;
    }

    /** Copies a flatbuffer to the heap, where a file that changes meanwhile cannot change it. */
    static ByteBuffer copy(MemorySegment file, long offset, int length) {
        return ByteBuffer.wrap(file.asSlice(offset, length).toArray(Layouts.BYTE));
    }
}
