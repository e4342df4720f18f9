package io.kindred.models.cf.als;

import io.kindred.core.KindredException;
import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.panel.PanelKernels;

/**
 * The vectors of one side during training, row-major, each padded with zeros to a multiple of 16. Different rows may be
 * written by different threads.
 */
final class FactorTable {
    private final int rows;
    private final int dimension;
    private final int stride;
    private final float[] values;

    /**
     * A table of zeros.
     *
     * @param what names the rows in the error
     * @throws KindredException if they exceed what one array holds
     */
    FactorTable(int rows, int dimension, String what) {
        this.rows = rows;
        this.dimension = dimension;
        this.stride = PanelKernels.padded(dimension);
        if ((long) rows * stride > Integer.MAX_VALUE - 8) {
            throw new KindredException("als: " + rows + " " + what + " with " + dimension
                    + " factors exceed what one matrix holds; set factors to at most "
                    + Math.max(1, (Integer.MAX_VALUE - 8) / rows / PanelKernels.WIDTH * PanelKernels.WIDTH));
        }
        this.values = new float[rows * stride];
    }

    private FactorTable(int rows, int dimension, int stride, float[] values) {
        this.rows = rows;
        this.dimension = dimension;
        this.stride = stride;
        this.values = values;
    }

    int rows() {
        return rows;
    }

    int dimension() {
        return dimension;
    }

    /** Numbers from one row to the next. */
    int stride() {
        return stride;
    }

    FactorTable copy() {
        return new FactorTable(rows, dimension, stride, values.clone());
    }

    /** Overwrites the first rows. */
    void copyFrom(FloatMatrix vectors) {
        float[] vector = new float[dimension];
        for (int r = 0; r < vectors.rows(); r++) {
            vectors.copyRow(r, vector);
            System.arraycopy(vector, 0, values, r * stride, dimension);
        }
    }

    /** The table itself, not a copy. */
    float[] values() {
        return values;
    }

    /** The vectors without the padding: over this table's memory where there is none, so nobody may write any more. */
    FloatMatrix toMatrix() {
        if (stride == dimension) {
            return FloatMatrix.of(values, rows, dimension);
        }
        FloatMatrix matrix = FloatMatrix.zeros(rows, dimension);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(values, r * stride, matrix.array(), r * dimension, dimension);
        }
        return matrix;
    }
}
