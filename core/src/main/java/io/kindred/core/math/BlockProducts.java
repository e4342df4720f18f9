package io.kindred.core.math;

import java.util.Objects;

/**
 * The inner products of many query vectors with all rows of one matrix, with the bits that {@link FloatMatrix#dots} gives for
 * each query alone. With SIMD the matrix is copied once into panels in which a vector register holds the same component of
 * several rows, so that the lanes of a product are sums of their own and adding them up needs no shuffle. Immutable and
 * thread-safe.
 */
public final class BlockProducts {
    /** As many floats of the matrix as stay in a core's cache while the queries pass over them. */
    private static final int TILE_FLOATS = 1 << 15;

    private final FloatMatrix matrix;
    /** Null where the matrix is used as it is. */
    private final RowPanels panels;

    private BlockProducts(FloatMatrix matrix, RowPanels panels) {
        this.matrix = matrix;
        this.panels = panels;
    }

    /** Copies the matrix into panels, which takes as much heap as the matrix has floats; without SIMD as {@link #direct}. */
    public static BlockProducts copying(FloatMatrix matrix) {
        boolean simd = DotProducts.best() instanceof SimdDotProducts;
        return new BlockProducts(matrix, simd ? new RowPanels(matrix) : null);
    }

    /** Uses the matrix as it is: slower for many queries, at once for few. */
    public static BlockProducts direct(FloatMatrix matrix) {
        return new BlockProducts(matrix, null);
    }

    /**
     * {@code out[j][r] = queries[j] . row r} for all rows.
     *
     * @param queries vectors of as many components as the matrix has columns
     * @param count how many of them to take
     * @param out {@code out[j]} has at least as many places as the matrix has rows
     */
    public void dots(float[][] queries, int count, float[][] out) {
        for (int j = 0; j < count; j++) {
            Objects.checkFromIndexSize(0, matrix.columns(), queries[j].length);
            Objects.checkFromIndexSize(0, matrix.rows(), out[j].length);
        }
        if (panels != null) {
            panels.dots(queries, count, out);
            return;
        }
        int tile = Math.max(1, TILE_FLOATS / Math.max(1, matrix.columns()));
        for (int first = 0; first < matrix.rows(); first += tile) {
            int last = Math.min(matrix.rows(), first + tile);
            for (int j = 0; j < count; j++) {
                matrix.dots(queries[j], first, last, out[j], first);
            }
        }
    }
}
