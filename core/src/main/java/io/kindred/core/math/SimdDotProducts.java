package io.kindred.core.math;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The definition of {@link DotProducts} on 512-bit vectors where the processor has them, else on pairs of 256-bit ones.
 * Two paths rather than the preferred species, because the lane count is part of the result's definition.
 */
final class SimdDotProducts implements DotProducts {
    private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_512;
    private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;
    private static final VectorSpecies<Float> QUARTER = FloatVector.SPECIES_128;
    private static final int ROWS = 4;
    private static final boolean HAS_WIDE = FloatVector.SPECIES_PREFERRED.length() >= LANES;
    private static final VectorShuffle<Float> SWAP_8 = VectorShuffle.fromOp(WIDE, i -> i ^ 8);
    private static final VectorShuffle<Float> SWAP_4 = VectorShuffle.fromOp(WIDE, i -> i ^ 4);
    private static final VectorShuffle<Float> SWAP_2 = VectorShuffle.fromOp(WIDE, i -> i ^ 2);
    private static final VectorShuffle<Float> SWAP_1 = VectorShuffle.fromOp(WIDE, i -> i ^ 1);
    private static final VectorMask<Float> HIGH_8 = VectorMask.fromLong(WIDE, 0xff00);
    private static final VectorMask<Float> HIGH_4 = VectorMask.fromLong(WIDE, 0xf0f0);
    private static final VectorShuffle<Float> EVERY_4 = VectorShuffle.fromOp(WIDE, i -> (i * 4) & 15);
    private static final VectorShuffle<Float> HALF_SWAP_4 = VectorShuffle.fromOp(HALF, i -> i ^ 4);
    private static final VectorShuffle<Float> HALF_SWAP_2 = VectorShuffle.fromOp(HALF, i -> i ^ 2);
    private static final VectorShuffle<Float> HALF_SWAP_1 = VectorShuffle.fromOp(HALF, i -> i ^ 1);
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    @Override
    public float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        return HAS_WIDE ? dotWide(a, aOffset, b, bOffset, n) : dotHalf(a, aOffset, b, bOffset, n);
    }

    private static float dotWide(float[] a, int aOffset, float[] b, int bOffset, int n) {
        FloatVector sum = FloatVector.zero(WIDE);
        int bound = n & -LANES;
        int i = 0;
        for (; i < bound; i += LANES) {
            sum = FloatVector.fromArray(WIDE, a, aOffset + i).fma(FloatVector.fromArray(WIDE, b, bOffset + i), sum);
        }
        if (i < n) {
            VectorMask<Float> tail = WIDE.indexInRange(i, n);
            sum = FloatVector.fromArray(WIDE, a, aOffset + i, tail)
                    .fma(FloatVector.fromArray(WIDE, b, bOffset + i, tail), sum);
        }
        return reduceWide(sum);
    }

    private static float dotHalf(float[] a, int aOffset, float[] b, int bOffset, int n) {
        FloatVector low = FloatVector.zero(HALF);
        FloatVector high = FloatVector.zero(HALF);
        int bound = n & -LANES;
        int i = 0;
        for (; i < bound; i += LANES) {
            low = FloatVector.fromArray(HALF, a, aOffset + i).fma(FloatVector.fromArray(HALF, b, bOffset + i), low);
            high = FloatVector.fromArray(HALF, a, aOffset + i + 8)
                    .fma(FloatVector.fromArray(HALF, b, bOffset + i + 8), high);
        }
        if (i < n) {
            VectorMask<Float> tail = HALF.indexInRange(i, n);
            low = FloatVector.fromArray(HALF, a, aOffset + i, tail)
                    .fma(FloatVector.fromArray(HALF, b, bOffset + i, tail), low);
            if (i + 8 < n) {
                VectorMask<Float> rest = HALF.indexInRange(i + 8, n);
                high = FloatVector.fromArray(HALF, a, aOffset + i + 8, rest)
                        .fma(FloatVector.fromArray(HALF, b, bOffset + i + 8, rest), high);
            }
        }
        return reduceHalf(low.add(high));
    }

    @Override
    public void dots(float[] query, float[] rows, int firstRow, int count, int n, float[] out, int outOffset) {
        int r = 0;
        for (; HAS_WIDE && r + ROWS <= count; r += ROWS) {
            dots4(query, rows, (firstRow + r) * n, n, out, outOffset + r);
        }
        for (; r < count; r++) {
            out[outOffset + r] = dot(query, 0, rows, (firstRow + r) * n, n);
        }
    }

    @Override
    public void dots(float[] query, MemorySegment rows, long firstRow, int count, int n, float[] out, int outOffset) {
        long rowBytes = (long) n * Float.BYTES;
        int r = 0;
        for (; HAS_WIDE && r + ROWS <= count; r += ROWS) {
            dots4(query, rows, (firstRow + r) * rowBytes, n, out, outOffset + r);
        }
        for (; r < count; r++) {
            out[outOffset + r] = dot(query, rows, (firstRow + r) * rowBytes, n);
        }
    }

    /** Four rows at a time share the loads of the query, hide the latency of the multiply-adds and are summed together. */
    private static void dots4(float[] query, float[] rows, int base, int n, float[] out, int outOffset) {
        int bound = n & -LANES;
        FloatVector s0 = FloatVector.zero(WIDE);
        FloatVector s1 = FloatVector.zero(WIDE);
        FloatVector s2 = FloatVector.zero(WIDE);
        FloatVector s3 = FloatVector.zero(WIDE);
        int i = 0;
        for (; i < bound; i += LANES) {
            FloatVector q = FloatVector.fromArray(WIDE, query, i);
            s0 = q.fma(FloatVector.fromArray(WIDE, rows, base + i), s0);
            s1 = q.fma(FloatVector.fromArray(WIDE, rows, base + n + i), s1);
            s2 = q.fma(FloatVector.fromArray(WIDE, rows, base + 2 * n + i), s2);
            s3 = q.fma(FloatVector.fromArray(WIDE, rows, base + 3 * n + i), s3);
        }
        if (i < n) {
            VectorMask<Float> tail = WIDE.indexInRange(i, n);
            FloatVector q = FloatVector.fromArray(WIDE, query, i, tail);
            s0 = q.fma(FloatVector.fromArray(WIDE, rows, base + i, tail), s0);
            s1 = q.fma(FloatVector.fromArray(WIDE, rows, base + n + i, tail), s1);
            s2 = q.fma(FloatVector.fromArray(WIDE, rows, base + 2 * n + i, tail), s2);
            s3 = q.fma(FloatVector.fromArray(WIDE, rows, base + 3 * n + i, tail), s3);
        }
        storeSums(s0, s1, s2, s3, out, outOffset);
    }

    private static void dots4(float[] query, MemorySegment rows, long base, int n, float[] out, int outOffset) {
        int bound = n & -LANES;
        long rowBytes = (long) n * Float.BYTES;
        FloatVector s0 = FloatVector.zero(WIDE);
        FloatVector s1 = FloatVector.zero(WIDE);
        FloatVector s2 = FloatVector.zero(WIDE);
        FloatVector s3 = FloatVector.zero(WIDE);
        int i = 0;
        for (; i < bound; i += LANES) {
            FloatVector q = FloatVector.fromArray(WIDE, query, i);
            long at = base + (long) i * Float.BYTES;
            s0 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at, ORDER), s0);
            s1 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at + rowBytes, ORDER), s1);
            s2 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at + 2 * rowBytes, ORDER), s2);
            s3 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at + 3 * rowBytes, ORDER), s3);
        }
        if (i < n) {
            VectorMask<Float> tail = WIDE.indexInRange(i, n);
            FloatVector q = FloatVector.fromArray(WIDE, query, i, tail);
            long at = base + (long) i * Float.BYTES;
            s0 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at, ORDER, tail), s0);
            s1 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at + rowBytes, ORDER, tail), s1);
            s2 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at + 2 * rowBytes, ORDER, tail), s2);
            s3 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at + 3 * rowBytes, ORDER, tail), s3);
        }
        storeSums(s0, s1, s2, s3, out, outOffset);
    }

    /** Stores the tree sums of four vectors: the first two steps of the tree work on all four at once. */
    private static void storeSums(
            FloatVector s0, FloatVector s1, FloatVector s2, FloatVector s3, float[] out, int outOffset) {
        FloatVector t0 = merge(s0, s2, SWAP_8, HIGH_8);
        FloatVector t1 = merge(s1, s3, SWAP_8, HIGH_8);
        FloatVector four = merge(t0, t1, SWAP_4, HIGH_4);
        FloatVector two = four.add(four.rearrange(SWAP_2));
        FloatVector one = two.add(two.rearrange(SWAP_1));
        one.rearrange(EVERY_4)
                .reinterpretShape(QUARTER, 0)
                .reinterpretAsFloats()
                .intoArray(out, outOffset);
    }

    /** One step of the tree for two vectors; the second one's sums go to the lanes of the mask. */
    private static FloatVector merge(FloatVector a, FloatVector b, VectorShuffle<Float> swap, VectorMask<Float> high) {
        FloatVector first = a.blend(b.rearrange(swap), high);
        FloatVector second = a.rearrange(swap).blend(b, high);
        return first.add(second);
    }

    private static float dot(float[] query, MemorySegment rows, long base, int n) {
        FloatVector low = FloatVector.zero(HALF);
        FloatVector high = FloatVector.zero(HALF);
        int bound = n & -LANES;
        int i = 0;
        for (; i < bound; i += LANES) {
            long at = base + (long) i * Float.BYTES;
            low = FloatVector.fromArray(HALF, query, i).fma(FloatVector.fromMemorySegment(HALF, rows, at, ORDER), low);
            high = FloatVector.fromArray(HALF, query, i + 8)
                    .fma(FloatVector.fromMemorySegment(HALF, rows, at + 32, ORDER), high);
        }
        if (i < n) {
            long at = base + (long) i * Float.BYTES;
            VectorMask<Float> tail = HALF.indexInRange(i, n);
            low = FloatVector.fromArray(HALF, query, i, tail)
                    .fma(FloatVector.fromMemorySegment(HALF, rows, at, ORDER, tail), low);
            if (i + 8 < n) {
                VectorMask<Float> rest = HALF.indexInRange(i + 8, n);
                high = FloatVector.fromArray(HALF, query, i + 8, rest)
                        .fma(FloatVector.fromMemorySegment(HALF, rows, at + 32, ORDER, rest), high);
            }
        }
        return reduceHalf(low.add(high));
    }

    @Override
    public void axpy(float a, float[] x, int xOffset, float[] y, int yOffset, int n) {
        VectorSpecies<Float> species = FloatVector.SPECIES_PREFERRED;
        int bound = species.loopBound(n);
        int i = 0;
        for (; i < bound; i += species.length()) {
            FloatVector.fromArray(species, x, xOffset + i)
                    .fma(FloatVector.broadcast(species, a), FloatVector.fromArray(species, y, yOffset + i))
                    .intoArray(y, yOffset + i);
        }
        for (; i < n; i++) {
            y[yOffset + i] = Math.fma(a, x[xOffset + i], y[yOffset + i]);
        }
    }

    private static float reduceWide(FloatVector lanes) {
        FloatVector eight = lanes.add(lanes.rearrange(SWAP_8));
        FloatVector four = eight.add(eight.rearrange(SWAP_4));
        FloatVector two = four.add(four.rearrange(SWAP_2));
        return two.add(two.rearrange(SWAP_1)).lane(0);
    }

    /** The tree of the definition from eight lanes on: each step adds the lane {@code l + half} to lane {@code l}. */
    private static float reduceHalf(FloatVector lanes) {
        FloatVector four = lanes.add(lanes.rearrange(HALF_SWAP_4));
        FloatVector two = four.add(four.rearrange(HALF_SWAP_2));
        return two.add(two.rearrange(HALF_SWAP_1)).lane(0);
    }
}
