package io.kindred.models.cf.admmslim;

import static io.kindred.models.cf.gram.TriangleOfTiles.AREA;
import static io.kindred.models.cf.gram.TriangleOfTiles.SIDE;

import dev.ludovic.netlib.blas.BLAS;
import io.kindred.core.math.TopK;
import io.kindred.core.model.Cancellation;
import io.kindred.models.cf.gram.TriangleOfTiles;
import io.kindred.models.cf.lapack.LinearAlgebra;
import java.util.Arrays;

/**
 * All iterations for the columns of one tile. With {@code V = C - U}, U being the multipliers over the penalty, an iteration is
 *
 * <pre>
 *   B = P (X'X + penalty V) - P diag(g)   g such that B's diagonal is zero, or none
 *   C = shrink(B + U, l1 / penalty)       towards zero, and not below it where weights are non-negative
 *   U = U + B - C
 * </pre>
 *
 * where {@code P X'X = I - (l2 + penalty) P}. Belongs to one thread.
 */
final class ColumnBlock {
    private final BLAS blas = LinearAlgebra.best().blas();
    private final AdmmSlimParameters parameters;
    private final TriangleOfTiles inverse;
    private final double[] diagonal;
    private final Cancellation cancellation;
    private final double[][] fit;
    private final double[][] sparse;
    private final double[][] multipliers;
    private final double[][] pull;

    /**
     * @param inverse P, of which tile (high, low) holds the rows of low and the columns of high
     * @param diagonal of P
     */
    ColumnBlock(AdmmSlimParameters parameters, TriangleOfTiles inverse, double[] diagonal, Cancellation cancellation) {
        this.parameters = parameters;
        this.inverse = inverse;
        this.diagonal = diagonal;
        this.cancellation = cancellation;
        this.fit = new double[inverse.tiles()][AREA];
        this.sparse = new double[inverse.tiles()][AREA];
        this.multipliers = new double[inverse.tiles()][AREA];
        this.pull = new double[inverse.tiles()][AREA];
    }

    /** What one of these takes for so many items. */
    static long bytes(int items) {
        return 4L * Math.ceilDiv(items, SIDE) * AREA * Double.BYTES;
    }

    /** Solves the columns of a tile; returns early, with nothing of use, when the run is cancelled. */
    void solve(int tile) {
        for (int t = 0; t < sparse.length; t++) {
            Arrays.fill(sparse[t], 0);
            Arrays.fill(multipliers[t], 0);
        }
        for (int epoch = 0; epoch < parameters.epochs(); epoch++) {
            for (int t = 0; t < pull.length; t++) {
                for (int p = 0; p < AREA; p++) {
                    pull[t][p] = parameters.penalty() * (sparse[t][p] - multipliers[t][p]);
                }
            }
            // P (X'X + pull) = I - P ((l2 + penalty) I - pull)
            for (int c = 0; c < SIDE; c++) {
                pull[tile][c * SIDE + c] -= parameters.l2() + parameters.penalty();
            }
            if (!multiply()) {
                return;
            }
            for (int c = 0; c < SIDE; c++) {
                fit[tile][c * SIDE + c] += 1;
            }
            if (parameters.zeroDiagonal()) {
                clearDiagonal(tile);
            }
            shrink();
        }
    }

    /** {@code fit = P pull}; false if the run was cancelled. */
    private boolean multiply() {
        for (int row = 0; row < fit.length; row++) {
            if (cancellation.isCancelled()) {
                return false;
            }
            for (int t = 0; t < pull.length; t++) {
                boolean stored = t >= row;
                double[] p = stored ? inverse.tile(t, row) : inverse.tile(row, t);
                blas.dgemm(
                        stored ? "N" : "T",
                        "N",
                        SIDE,
                        SIDE,
                        SIDE,
                        1,
                        p,
                        0,
                        SIDE,
                        pull[t],
                        0,
                        SIDE,
                        t == 0 ? 0 : 1,
                        fit[row],
                        0,
                        SIDE);
            }
        }
        return true;
    }

    /** Subtracts from each column as much of the same column of P as makes its diagonal zero. */
    private void clearDiagonal(int tile) {
        double[] shares = new double[SIDE];
        for (int c = 0; c < SIDE && tile * SIDE + c < diagonal.length; c++) {
            shares[c] = fit[tile][c * SIDE + c] / diagonal[tile * SIDE + c];
        }
        for (int row = 0; row < fit.length; row++) {
            // Tile (high, low) has the columns of high; below the diagonal the transposed tile has to do.
            boolean stored = tile >= row;
            double[] p = stored ? inverse.tile(tile, row) : inverse.tile(row, tile);
            for (int c = 0; c < SIDE; c++) {
                for (int r = 0; r < SIDE; r++) {
                    fit[row][c * SIDE + r] -= shares[c] * p[stored ? c * SIDE + r : r * SIDE + c];
                }
            }
        }
    }

    private void shrink() {
        double threshold = parameters.l1() / parameters.penalty();
        double lowest = parameters.nonNegative() ? 0 : Double.NEGATIVE_INFINITY;
        for (int t = 0; t < fit.length; t++) {
            for (int p = 0; p < AREA; p++) {
                double wanted = fit[t][p] + multipliers[t][p];
                double value = Math.max(wanted - threshold, 0) + Math.min(wanted + threshold, 0);
                sparse[t][p] = Math.max(value, lowest);
                multipliers[t][p] = wanted - sparse[t][p];
            }
        }
    }

    /** The weights of one of the columns last solved that are not zero. */
    TopK.Ranked weights(int item) {
        int column = (item % SIDE) * SIDE;
        int items = diagonal.length;
        int count = 0;
        int[] indices = new int[items];
        float[] values = new float[items];
        for (int j = 0; j < items; j++) {
            float value = (float) sparse[j / SIDE][column + j % SIDE];
            if (value != 0 && !(parameters.zeroDiagonal() && j == item)) {
                indices[count] = j;
                values[count++] = value;
            }
        }
        return new TopK.Ranked(Arrays.copyOf(indices, count), Arrays.copyOf(values, count));
    }
}
