package io.kindred.models.cf.pairwise;

import jdk.incubator.vector.FloatVector;

/**
 * The arithmetic of one gradient step, on rows whose length n is a multiple of {@value #LANES}. Sums are kept in 16 lanes, lane
 * l adding the products at l, l + 16, ... with fused multiply-add, and the lanes are then added as a tree (16 to 8 to 4 to 2 to
 * 1); so SIMD and scalar code compute the same bits. Stateless and thread-safe.
 */
public sealed interface PairKernels permits ScalarPairKernels, SimdPairKernels {
    /** Rows are padded with zeros to a multiple of this. */
    int LANES = 16;

    /** {@code n} rounded up to a multiple of {@value #LANES}. */
    static int padded(int n) {
        return (n + LANES - 1) & -LANES;
    }

    /** {@code users[u..u+n) . items[i..i+n)}. */
    float dot(float[] users, int u, float[] items, int i, int n);

    /** {@code users[u..u+n) . (items[i..i+n) - items[j..j+n))}. */
    float difference(float[] users, int u, float[] items, int i, int j, int n);

    /**
     * Moves the user towards item i and away from item j, and the items likewise, all from the vectors before the step:
     * {@code w = keep w + gain (x_i - x_j)}, {@code x_i = keep x_i + gain w}, {@code x_j = keep x_j - gain w}.
     */
    void step(float[] users, int u, float[] items, int i, int j, int n, float gain, float keep);

    /** {@code target[t..t+n) += factor * source[s..s+n)}, fused. */
    void add(float[] target, int t, float[] source, int s, int n, float factor);

    /** The kernels for this JVM: SIMD where the vector module was added and vectors have at least 256 bits. */
    static PairKernels best() {
        return Holder.BEST;
    }

    /** Lazy holder, so that the SIMD class is not even linked where its module is missing. */
    final class Holder {
        private static final PairKernels BEST = choose();

        private Holder() {}

        private static PairKernels choose() {
            return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                            && FloatVector.SPECIES_PREFERRED.length() >= LANES / 2
                    ? new SimdPairKernels()
                    : new ScalarPairKernels();
        }
    }
}
