package io.kindred.models.cf.gram;

import java.util.stream.IntStream;

/**
 * One triangle of a square matrix of doubles, diagonal included, cut into square tiles of {@value #SIDE}, each column-major
 * as BLAS wants it. Tile (high, low), with low at most high, is whatever the algorithm says: a symmetric matrix, an upper or
 * a lower triangle. Different tiles may be written by different threads.
 */
public final class TriangleOfTiles {
    /** Rows and columns of a tile. */
    public static final int SIDE = 128;

    /** Values in a tile. */
    public static final int AREA = SIDE * SIDE;

    private final int size;
    private final int tiles;
    private final double[][] values;

    /** A triangle of zeros for a matrix of {@code size} rows, which is padded to whole tiles. */
    public TriangleOfTiles(int size) {
        this.size = size;
        this.tiles = Math.ceilDiv(size, SIDE);
        this.values = IntStream.range(0, tiles * (tiles + 1) / 2)
                .mapToObj(t -> new double[AREA])
                .toArray(double[][]::new);
    }

    /** What a triangle for a matrix of {@code size} rows takes. */
    public static long bytes(int size) {
        long tiles = Math.ceilDiv(size, SIDE);
        return tiles * (tiles + 1) / 2 * AREA * Double.BYTES;
    }

    /** The diagonal, without the padding. */
    public double[] diagonal() {
        double[] diagonal = new double[size];
        for (int i = 0; i < size; i++) {
            diagonal[i] = tile(i / SIDE, i / SIDE)[(i % SIDE) * SIDE + i % SIDE];
        }
        return diagonal;
    }

    /** Tiles along a side. */
    public int tiles() {
        return tiles;
    }

    /** A tile itself, not a copy. */
    public double[] tile(int high, int low) {
        return values[high * (high + 1) / 2 + low];
    }

    /** Copies a row of a symmetric matrix of which tile (high, low) holds the rows of {@code low} and columns of {@code high}. */
    public void copySymmetricRow(int row, double[] target) {
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
