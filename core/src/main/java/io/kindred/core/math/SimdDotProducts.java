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
    private static final boolean HAS_WIDE = FloatVector.SPECIES_PREFERRED.length() >= LANES;
    private static final VectorShuffle<Float> SWAP_4 = VectorShuffle.fromOp(HALF, i -> i ^ 4);
    private static final VectorShuffle<Float> SWAP_2 = VectorShuffle.fromOp(HALF, i -> i ^ 2);
    private static final VectorShuffle<Float> SWAP_1 = VectorShuffle.fromOp(HALF, i -> i ^ 1);
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
        if (HAS_WIDE && (n & (LANES - 1)) == 0) {
            // Four rows at a time share the loads of the query and hide the latency of the multiply-adds.
            for (; r + 4 <= count; r += 4) {
                int base = (firstRow + r) * n;
                FloatVector s0 = FloatVector.zero(WIDE);
                FloatVector s1 = FloatVector.zero(WIDE);
                FloatVector s2 = FloatVector.zero(WIDE);
                FloatVector s3 = FloatVector.zero(WIDE);
                for (int i = 0; i < n; i += LANES) {
                    FloatVector q = FloatVector.fromArray(WIDE, query, i);
                    s0 = q.fma(FloatVector.fromArray(WIDE, rows, base + i), s0);
                    s1 = q.fma(FloatVector.fromArray(WIDE, rows, base + n + i), s1);
                    s2 = q.fma(FloatVector.fromArray(WIDE, rows, base + 2 * n + i), s2);
                    s3 = q.fma(FloatVector.fromArray(WIDE, rows, base + 3 * n + i), s3);
                }
                store4(s0, s1, s2, s3, out, outOffset + r);
            }
        }
        for (; r < count; r++) {
            out[outOffset + r] = dot(query, 0, rows, (firstRow + r) * n, n);
        }
    }

    @Override
    public void dots(float[] query, MemorySegment rows, long firstRow, int count, int n, float[] out, int outOffset) {
        long rowBytes = (long) n * Float.BYTES;
        int r = 0;
        if (HAS_WIDE && (n & (LANES - 1)) == 0) {
            for (; r + 4 <= count; r += 4) {
                long base = (firstRow + r) * rowBytes;
                FloatVector s0 = FloatVector.zero(WIDE);
                FloatVector s1 = FloatVector.zero(WIDE);
                FloatVector s2 = FloatVector.zero(WIDE);
                FloatVector s3 = FloatVector.zero(WIDE);
                for (int i = 0; i < n; i += LANES) {
                    long at = base + (long) i * Float.BYTES;
                    FloatVector q = FloatVector.fromArray(WIDE, query, i);
                    s0 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at, ORDER), s0);
                    s1 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at + rowBytes, ORDER), s1);
                    s2 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at + 2 * rowBytes, ORDER), s2);
                    s3 = q.fma(FloatVector.fromMemorySegment(WIDE, rows, at + 3 * rowBytes, ORDER), s3);
                }
                store4(s0, s1, s2, s3, out, outOffset + r);
            }
        }
        for (; r < count; r++) {
            out[outOffset + r] = dot(query, rows, (firstRow + r) * rowBytes, n);
        }
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

    private static void store4(FloatVector s0, FloatVector s1, FloatVector s2, FloatVector s3, float[] out, int at) {
        out[at] = reduceWide(s0);
        out[at + 1] = reduceWide(s1);
        out[at + 2] = reduceWide(s2);
        out[at + 3] = reduceWide(s3);
    }

    private static float reduceWide(FloatVector lanes) {
        FloatVector low = (FloatVector) lanes.reinterpretShape(HALF, 0);
        FloatVector high = (FloatVector) lanes.reinterpretShape(HALF, 1);
        return reduceHalf(low.add(high));
    }

    /** The tree of the definition: each step adds the lane {@code l + half} to lane {@code l}. */
    private static float reduceHalf(FloatVector lanes) {
        FloatVector four = lanes.add(lanes.rearrange(SWAP_4));
        FloatVector two = four.add(four.rearrange(SWAP_2));
        return two.add(two.rearrange(SWAP_1)).lane(0);
    }
}
