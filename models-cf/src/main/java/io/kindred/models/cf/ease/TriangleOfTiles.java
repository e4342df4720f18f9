package io.kindred.models.cf.ease;

import java.util.stream.IntStream;

/**
 * One triangle of a square matrix of doubles, diagonal included, cut into square tiles of {@value #SIDE}, each column-major
 * as BLAS wants it. Tile (high, low), with low at most high, is whatever the algorithm says: a symmetric matrix, an upper or
 * a lower triangle. Different tiles may be written by different threads.
 */
final class TriangleOfTiles {
    /** Rows and columns of a tile. */
    static final int SIDE = 128;

    static final int AREA = SIDE * SIDE;

    private final int tiles;
    private final double[][] values;

    /** A triangle of zeros for a matrix of {@code size} rows, which is padded to whole tiles. */
    TriangleOfTiles(int size) {
        this.tiles = Math.ceilDiv(size, SIDE);
        this.values = IntStream.range(0, tiles * (tiles + 1) / 2)
                .mapToObj(t -> new double[AREA])
                .toArray(double[][]::new);
    }

    /** What a triangle for a matrix of {@code size} rows takes. */
    static long bytes(int size) {
        long tiles = Math.ceilDiv(size, SIDE);
        return tiles * (tiles + 1) / 2 * AREA * Double.BYTES;
    }

    /** Tiles along a side. */
    int tiles() {
        return tiles;
    }

    /** A tile itself, not a copy. */
    double[] tile(int high, int low) {
        return values[high * (high + 1) / 2 + low];
    }

    /** Copies a row of a symmetric matrix of which tile (high, low) holds the rows of {@code low} and columns of {@code high}. */
    void copySymmetricRow(int row, double[] target) {
        int block = row / SIDE;
        int inside = row % SIDE;
        for (int start = 0; start < target.length; start += SIDE) {
            int other = start / SIDE;
            int count = Math.min(SIDE, target.length - start);
            if (other <= block) {
                System.arraycopy(tile(block, other), inside * SIDE, target, start, count);
            } else {
                double[] tile = tile(other, block);
                for (int c = 0; c < count; c++) {
                    target[start + c] = tile[c * SIDE + inside];
                }
            }
        }
    }
}
