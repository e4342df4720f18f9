package io.kindred.models.cf.eals;

import io.kindred.core.KindredException;
import io.kindred.core.data.SparseRows;
import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.parallel.ParallelRows;

/**
 * The vectors of all users, or of all items, during training, with what missing pairs of each row weigh in relation to the
 * other side: the missing pair (u, i) weighs {@code missing_u * missing_i}.
 *
 * @param history of each row
 * @param vectors one a row
 * @param missing one a row
 */
record Side(SparseRows history, FloatMatrix vectors, float[] missing) {
    /** Rows of the weighted Gram matrix that a thread computes at once. */
    private static final int BLOCK = 8;

    /** Vectors of zeros. */
    static Side of(SparseRows history, int factors, float[] missing, String what) {
        if ((long) history.rowCount() * factors > Integer.MAX_VALUE - 8) {
            throw new KindredException("eals: " + history.rowCount() + " " + what + " with " + factors
                    + " factors exceed what one matrix holds; set factors to at most "
                    + Math.max(1, (Integer.MAX_VALUE - 8) / history.rowCount()));
        }
        return new Side(history, FloatMatrix.zeros(history.rowCount(), factors), missing);
    }

    int factors() {
        return vectors.columns();
    }

    /**
     * {@code sum over the rows of missing * v v'}, d x d and row-major: the paper's cache S. Every element is summed in the
     * order of the rows, so any number of threads gives the same bits.
     */
    double[] weightedGram(ParallelRows threads) throws InterruptedException {
        int d = factors();
        double[] gram = new double[d * d];
        float[] values = vectors.array();
        threads.forEachBlock(d, BLOCK, () -> gram, (target, from, to) -> {
            for (int r = 0; r < missing.length; r++) {
                int at = r * d;
                for (int a = from; a < to; a++) {
                    double factor = (double) missing[r] * values[at + a];
                    int row = a * d;
                    for (int b = 0; b < d; b++) {
                        target[row + b] += factor * values[at + b];
                    }
                }
            }
        });
        return gram;
    }
}
