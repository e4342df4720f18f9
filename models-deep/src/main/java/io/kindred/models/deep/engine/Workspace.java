package io.kindred.models.deep.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.random.RandomGenerator;

/** Native memory that steps use one after the other; it grows to what the largest step needs. One caller at a time. */
final class Workspace implements AutoCloseable {
    private final IdentityHashMap<EmbeddingTable, Block> staging = new IdentityHashMap<>();
    private final List<Block> masks = new ArrayList<>();
    private int masksUsed;

    /** Memory of its own arena, so that outgrown memory is given back at once. */
    private static final class Block {
        private Arena arena = Arena.ofShared();
        private MemorySegment memory = MemorySegment.NULL;

        MemorySegment ofBytes(long bytes) {
            if (memory.byteSize() < bytes) {
                arena.close();
                arena = Arena.ofShared();
                memory = arena.allocate(bytes + bytes / 4, 64);
            }
            return memory.asSlice(0, bytes);
        }
    }

    /** The masks of the step before are no longer needed. */
    void beginStep() {
        masksUsed = 0;
    }

    MemorySegment staging(EmbeddingTable table, long bytes) {
        return staging.computeIfAbsent(table, t -> new Block()).ofBytes(bytes);
    }

    /** Numbers 0 with the probability {@code rate}, else {@code 1 / (1 - rate)}. */
    MemorySegment mask(int size, double rate, RandomGenerator random) {
        if (masksUsed == masks.size()) {
            masks.add(new Block());
        }
        MemorySegment mask = masks.get(masksUsed++).ofBytes((long) size * Float.BYTES);
        float kept = (float) (1 / (1 - rate));
        // Four numbers of 16 bits from each draw: rates are met to 1 in 65,536.
        int threshold = (int) Math.round(rate * 65536);
        long bits = 0;
        for (int n = 0; n < size; n++) {
            bits = (n & 3) == 0 ? random.nextLong() : bits >>> 16;
            mask.setAtIndex(ValueLayout.JAVA_FLOAT, n, (bits & 0xFFFF) < threshold ? 0f : kept);
        }
        return mask;
    }

    @Override
    public void close() {
        staging.values().forEach(block -> block.arena.close());
        masks.forEach(block -> block.arena.close());
    }
}
