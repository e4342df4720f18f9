package io.kindred.core.math;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** The definition of {@link DotProducts} in plain Java, for JVMs without the vector module. */
final class ScalarDotProducts implements DotProducts {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    @Override
    public float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        float[] lanes = new float[LANES];
        for (int i = 0; i < n; i++) {
            int l = i & (LANES - 1);
            lanes[l] = Math.fma(a[aOffset + i], b[bOffset + i], lanes[l]);
        }
        return tree(lanes);
    }

    @Override
    public void dots(float[] query, float[] rows, int firstRow, int count, int n, float[] out, int outOffset) {
        for (int r = 0; r < count; r++) {
            out[outOffset + r] = dot(query, 0, rows, (firstRow + r) * n, n);
        }
    }

    @Override
    public void dots(float[] query, MemorySegment rows, long firstRow, int count, int n, float[] out, int outOffset) {
        float[] lanes = new float[LANES];
        for (int r = 0; r < count; r++) {
            java.util.Arrays.fill(lanes, 0f);
            long base = (firstRow + r) * n * Float.BYTES;
            for (int i = 0; i < n; i++) {
                int l = i & (LANES - 1);
                lanes[l] = Math.fma(query[i], rows.get(FLOAT, base + (long) i * Float.BYTES), lanes[l]);
            }
            out[outOffset + r] = tree(lanes);
        }
    }

    @Override
    public void axpy(float a, float[] x, int xOffset, float[] y, int yOffset, int n) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = Math.fma(a, x[xOffset + i], y[yOffset + i]);
        }
    }

    /** Adds 16 lanes as a tree: 16 to 8 to 4 to 2 to 1. Overwrites them. */
    static float tree(float[] lanes) {
        for (int half = LANES / 2; half > 0; half >>= 1) {
            for (int l = 0; l < half; l++) {
                lanes[l] += lanes[l + half];
            }
        }
        return lanes[0];
    }
}
