package io.kindred.models.cf.gram;

import static io.kindred.models.cf.gram.TriangleOfTiles.AREA;
import static io.kindred.models.cf.gram.TriangleOfTiles.SIDE;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.lapack.LAPACK;
import io.kindred.core.KindredException;
import io.kindred.models.cf.lapack.LinearAlgebra;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Arrays;
import org.netlib.util.intW;

/**
 * Inverts a symmetric positive definite matrix by tiles: {@code A = U'U}, {@code V = U^-T}, {@code A^-1 = V'V}. The library
 * does the work within tiles; going by tiles is what lets several threads share it and a cancelled run end at once. Every
 * step is written as {@code C += c A'B}, the product that reads both column-major factors in order. Each tile is computed
 * by one thread in one order, so any number of threads gives the same bits.
 */
public final class TiledInverse {
    private final BLAS blas = LinearAlgebra.best().blas();
    private final LAPACK lapack = LinearAlgebra.best().lapack();
    private final String model;
    private final ParallelRows threads;

    /**
     * @param model names the model in the error
     */
    public TiledInverse(String model, ParallelRows threads) {
        this.model = model;
        this.threads = threads;
    }

    /**
     * Inverts in place, with room for a second triangle.
     *
     * @param matrix tile (high, low) holds the rows of low and the columns of high
     * @throws KindredException if the matrix is not positive definite to working precision
     */
    public void invert(TriangleOfTiles matrix) throws InterruptedException {
        factorise(matrix);
        square(inverseOfFactor(matrix), matrix);
    }

    /** Overwrites the matrix with U, and its diagonal tiles with their inverses, which are all that is needed of them. */
    private void factorise(TriangleOfTiles u) throws InterruptedException {
        int tiles = u.tiles();
        for (int step = 0; step < tiles; step++) {
            int k = step;
            forEachTile(tiles - k, offset -> {
                for (int j = 0; j < k; j++) {
                    product(-1, u.tile(k, j), u.tile(k + offset, j), 1, u.tile(k + offset, k));
                }
            });
            invertDiagonal(u.tile(k, k));
            forEachTile(tiles - k - 1, offset -> {
                double[] tile = u.tile(k + 1 + offset, k);
                product(1, u.tile(k, k), tile.clone(), 0, tile);
            });
        }
    }

    private void invertDiagonal(double[] tile) {
        intW info = new intW(0);
        lapack.dpotrf("U", SIDE, tile, 0, SIDE, info);
        if (info.val == 0) {
            lapack.dtrtri("U", "N", SIDE, tile, 0, SIDE, info);
        }
        if (info.val != 0) {
            throw new KindredException(
                    model + ": the items' matrix cannot be inverted in double precision; regularise more strongly");
        }
        for (int c = 0; c < SIDE; c++) {
            Arrays.fill(tile, c * SIDE + c + 1, (c + 1) * SIDE, 0.0);
        }
    }

    /** V, whose tile (high, low) holds the rows of high and the columns of low. */
    private TriangleOfTiles inverseOfFactor(TriangleOfTiles u) throws InterruptedException {
        int tiles = u.tiles();
        TriangleOfTiles v = new TriangleOfTiles(tiles * SIDE);
        forEachTile(tiles, column -> {
            transpose(u.tile(column, column), v.tile(column, column));
            double[] sum = new double[AREA];
            for (int i = column + 1; i < tiles; i++) {
                for (int j = column; j < i; j++) {
                    product(-1, u.tile(i, j), v.tile(j, column), j == column ? 0 : 1, sum);
                }
                product(1, u.tile(i, i), sum, 0, v.tile(i, column));
            }
        });
        return v;
    }

    private void square(TriangleOfTiles v, TriangleOfTiles inverse) throws InterruptedException {
        int tiles = v.tiles();
        forEachTile(tiles, high -> {
            for (int low = 0; low <= high; low++) {
                for (int k = high; k < tiles; k++) {
                    product(1, v.tile(k, low), v.tile(k, high), k == high ? 0 : 1, inverse.tile(high, low));
                }
            }
        });
    }

    /** {@code c = scale * a' b + keep * c}. */
    private void product(double scale, double[] a, double[] b, double keep, double[] c) {
        blas.dgemm("T", "N", SIDE, SIDE, SIDE, scale, a, 0, SIDE, b, 0, SIDE, keep, c, 0, SIDE);
    }

    private static void transpose(double[] source, double[] target) {
        for (int c = 0; c < SIDE; c++) {
            for (int r = 0; r < SIDE; r++) {
                target[r * SIDE + c] = source[c * SIDE + r];
            }
        }
    }

    @FunctionalInterface
    private interface TileTask {
        void run(int tile);
    }

    private void forEachTile(int count, TileTask task) throws InterruptedException {
        threads.forEachBlock(count, 1, () -> task, (work, from, to) -> work.run(from));
    }
}
