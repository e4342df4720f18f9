package io.kindred.models.cf.puresvd;

import dev.ludovic.netlib.blas.BLAS;
import io.kindred.core.KindredException;
import io.kindred.core.data.SparseRows;
import io.kindred.models.cf.lapack.LinearAlgebra;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Arrays;

/**
 * A row-major matrix of doubles with many rows and few columns. Work on it is done by rows, or over chunks that depend on
 * the number of rows alone and are added in their order, so any number of threads gives the same bits.
 */
final class TallMatrix {
    private static final int BLOCK_ROWS = 256;
    private static final int MAX_CHUNKS = 16;

    private final int rows;
    private final int columns;
    private final double[] values;

    /**
     * A matrix of zeros.
     *
     * @throws KindredException if it exceeds what one array holds
     */
    TallMatrix(int rows, int columns) {
        if ((long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new KindredException("pure-svd: " + rows + " rows with " + columns
                    + " columns exceed what one matrix holds; set a smaller number of factors");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = new double[rows * columns];
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The matrix itself, not a copy. */
    double[] values() {
        return values;
    }

    /** {@code target = ones * this}, where {@code ones} has a 1 wherever the sparse rows have an entry. */
    void multiplyBy(SparseRows ones, TallMatrix target, ParallelRows threads) throws InterruptedException {
        int n = columns;
        threads.forEachBlock(target.rows, BLOCK_ROWS, () -> new double[n], (sum, from, to) -> {
            for (int r = from; r < to; r++) {
                Arrays.fill(sum, 0.0);
                for (int p = ones.start(r); p < ones.end(r); p++) {
                    int offset = ones.column(p) * n;
                    for (int c = 0; c < n; c++) {
                        sum[c] += values[offset + c];
                    }
                }
                System.arraycopy(sum, 0, target.values, r * n, n);
            }
        });
    }

    /** {@code this' this}, symmetric, so row-major is column-major. */
    double[] gram(ParallelRows threads) throws InterruptedException {
        BLAS blas = LinearAlgebra.best().blas();
        int n = columns;
        int chunk = Math.max(BLOCK_ROWS, Math.ceilDiv(rows, MAX_CHUNKS));
        double[][] parts = new double[Math.ceilDiv(rows, chunk)][];
        threads.forEachBlock(rows, chunk, () -> blas, (library, from, to) -> {
            // Row-major memory is the transpose to BLAS: with Z = this', Z Z' is wanted.
            double[] part = new double[n * n];
            library.dgemm("N", "T", n, n, to - from, 1, values, from * n, n, values, from * n, n, 0, part, 0, n);
            parts[from / chunk] = part;
        });
        double[] total = new double[n * n];
        for (double[] part : parts) {
            for (int i = 0; i < total.length; i++) {
                total[i] += part[i];
            }
        }
        return total;
    }

    /**
     * {@code this * right}.
     *
     * @param right columns x width, row-major
     */
    TallMatrix times(double[] right, int width, ParallelRows threads) throws InterruptedException {
        BLAS blas = LinearAlgebra.best().blas();
        TallMatrix product = new TallMatrix(rows, width);
        threads.forEachBlock(
                rows,
                BLOCK_ROWS,
                () -> blas,
                (library, from, to) -> library.dgemm(
                        "N",
                        "N",
                        width,
                        to - from,
                        columns,
                        1,
                        right,
                        0,
                        width,
                        values,
                        from * columns,
                        columns,
                        0,
                        product.values,
                        from * width,
                        width));
        return product;
    }
}
