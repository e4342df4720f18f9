package io.kindred.core.math;

import java.lang.foreign.MemorySegment;

/**
 * Inner products with one defined result: the sum is kept in 16 lanes, lane {@code l} adding the products at {@code l},
 * {@code l + 16}, ... with fused multiply-add, and the lanes are then added as a tree (16 to 8 to 4 to 2 to 1). SIMD and
 * scalar code follow the same definition, so every machine computes the same bits. Stateless and thread-safe.
 */
sealed interface DotProducts permits ScalarDotProducts, SimdDotProducts {
    /** Lanes of the definition above; also the alignment that pays off for vector lengths. */
    int LANES = 16;

    /** {@code a[aOffset .. aOffset+n) . b[bOffset .. bOffset+n)}. */
    float dot(float[] a, int aOffset, float[] b, int bOffset, int n);

    /**
     * {@code out[outOffset + r] = query . rows[(firstRow + r) * n ..]} for {@code count} rows of a row-major matrix.
     *
     * @param query a vector of length n
     */
    void dots(float[] query, float[] rows, int firstRow, int count, int n, float[] out, int outOffset);

    /** As above over a native or mapped segment of little-endian floats. */
    void dots(float[] query, MemorySegment rows, long firstRow, int count, int n, float[] out, int outOffset);

    /** {@code y[yOffset + i] += a * x[xOffset + i]}, fused. */
    void axpy(float a, float[] x, int xOffset, float[] y, int yOffset, int n);

    /** The implementation for this JVM: SIMD where the vector module was added to the boot layer. */
    static DotProducts best() {
        return Kernels.BEST;
    }

    /** Lazy holder, so that the SIMD class is not even linked where its module is missing. */
    final class Kernels {
        private static final DotProducts BEST =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                        ? new SimdDotProducts()
                        : new ScalarDotProducts();

        private Kernels() {}
    }
}
