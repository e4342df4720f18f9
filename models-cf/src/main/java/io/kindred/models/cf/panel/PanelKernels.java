package io.kindred.models.cf.panel;

import jdk.incubator.vector.FloatVector;

/**
 * Kernels on float matrices in <em>panel layout</em>: a matrix of {@code rows} rows is cut into panels of {@value #WIDTH}
 * columns that lie one after another, each row-major, so element (i, j) is at
 * {@code (j / 16 * rows + i) * 16 + j % 16}. In this layout every inner loop reads memory in order, whatever the matrix's
 * width.
 *
 * <p>Every element is computed by the same sequence of fused multiply-adds in each implementation, so SIMD code of any
 * vector length and plain Java give the same bits. All sizes {@code n} are multiples of 16; pad with zeros (and a 1 on
 * the diagonal of a system). Stateless and thread-safe.
 */
public sealed interface PanelKernels permits ScalarPanelKernels, TiledPanelKernels {
    /** Columns of a panel. */
    int WIDTH = 16;

    /** Rows that are worked on together. */
    int STRIP = 8;

    /** The kernels for this JVM: SIMD where the vector module was added and vectors have at least 256 bits. */
    static PanelKernels best() {
        return Holder.BEST;
    }

    /** {@code n} rounded up to a multiple of {@value #WIDTH}. */
    static int padded(int n) {
        return (n + WIDTH - 1) & -WIDTH;
    }

    /** Where element (row, column) of a matrix of {@code rows} rows is. */
    static int at(int rows, int row, int column) {
        return ((column >> 4) * rows + row) * WIDTH + (column & (WIDTH - 1));
    }

    /** Writes {@code scale * source[offset .. offset+n)} as a row of a panel matrix of {@code stride} rows. */
    void pack(float[] source, int offset, int n, float scale, float[] block, int stride, int row);

    /** {@code target[0 .. n) += factor * source[offset .. offset+n)}. */
    void axpy(float factor, float[] source, int offset, int n, float[] target);

    /**
     * {@code target[0 .. n) += sum over k of factors[k] * rows[offset + k * n ..]}, for {@code count} rows of a row-major
     * matrix, in their order.
     */
    void combine(float[] rows, int offset, int n, int count, float[] factors, float[] target);

    /**
     * {@code target = left' right}, where left has {@value #WIDTH} columns.
     *
     * @param left a panel matrix of {@code rows} rows and {@value #WIDTH} columns
     * @param right a panel matrix of {@code rows} rows and n columns
     * @param target a panel matrix of {@value #WIDTH} rows and n columns
     */
    void multiply(float[] left, float[] right, int rows, int n, float[] target);

    /**
     * {@code target += sum over k of weights[k] * row k}.
     *
     * @param block a panel matrix of {@code stride} rows and n columns, of which the first {@code rows} rows count
     * @param target length n
     */
    void addRows(float[] block, int rows, int stride, int n, float[] weights, float[] target);

    /**
     * {@code target = source + scale * left' right} on the tiles that touch the upper triangle.
     *
     * @param left a panel matrix of {@code stride} rows and n columns, of which the first {@code rows} rows count
     * @param right as left; the same array for a plain Gram matrix
     * @param source n x n panel matrix; may be the target
     * @param target n x n panel matrix
     */
    void addGram(float[] left, float[] right, int rows, int stride, int n, float scale, float[] source, float[] target);

    /**
     * Factorises {@code A = U' D U} with a unit upper triangular U, reading the upper triangle only.
     *
     * @param a n x n; overwritten with D U
     * @param u n x n; gets U in its upper triangle
     * @param inverse length n; gets the inverse of D
     * @return whether every pivot stayed well above the rounding error of its column; if not, the results are useless
     */
    boolean factorise(float[] a, float[] u, float[] inverse, int n);

    /** Solves {@code U' D U x = b} in place of b, given the results of {@link #factorise}. */
    void solve(float[] u, float[] inverse, int n, float[] b);

    /** A pivot below this share of its diagonal element is mostly rounding error. */
    float PIVOT_FLOOR = 2e-6f;

    /** Lazy holder, so that the SIMD class is not even linked where its module is missing. */
    final class Holder {
        private static final PanelKernels BEST = choose();

        private Holder() {}

        private static PanelKernels choose() {
            return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    ? ofVectors(FloatVector.SPECIES_PREFERRED.length())
                    : new ScalarPanelKernels();
        }

        private static PanelKernels ofVectors(int lanes) {
            if (lanes >= WIDTH) {
                return new WidePanelKernels();
            }
            return lanes == WIDTH / 2 ? new HalfPanelKernels() : new ScalarPanelKernels();
        }
    }
}
