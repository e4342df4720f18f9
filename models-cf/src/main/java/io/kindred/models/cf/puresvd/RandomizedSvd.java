package io.kindred.models.cf.puresvd;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.models.cf.lapack.LinearAlgebra;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.SplittableRandom;
import org.netlib.util.intW;

/**
 * The randomised singular value decomposition with power iterations (Halko, Martinsson, Tropp: Finding Structure with
 * Randomness: Probabilistic Algorithms for Constructing Approximate Matrix Decompositions, 2011, algorithm 4.4) of the matrix
 * X with a 1 for each interaction. The sketch has twice as many columns as vectors are wanted: the spectra of interaction
 * data fall so slowly that a few more would need many more iterations.
 */
final class RandomizedSvd {
    private static final int LEAST_OVERSAMPLING = 10;

    private final Interactions interactions;
    private final ParallelRows threads;
    private final int vectors;
    private final int sketch;

    /**
     * @param interactions without repeats
     * @param factors how many vectors are wanted; no more are found than there are users or items
     */
    RandomizedSvd(Interactions interactions, int factors, ParallelRows threads) {
        this.interactions = interactions;
        this.threads = threads;
        int most = Math.min(interactions.userCount(), interactions.itemCount());
        this.vectors = Math.min(factors, most);
        this.sketch = Math.min(vectors + Math.max(LEAST_OVERSAMPLING, vectors), most);
    }

    /** Items x vectors, the largest singular value first; a vector's largest component is positive. */
    TallMatrix rightVectors(int powerIterations, long seed) throws InterruptedException {
        TallMatrix byItem = gaussian(seed);
        TallMatrix byUser = new TallMatrix(interactions.userCount(), sketch);
        for (int iteration = 0; iteration < powerIterations; iteration++) {
            TallMatrix basis = Orthonormal.of(byItem, threads);
            basis.multiplyBy(interactions.byUser(), byUser, threads);
            byUser.multiplyBy(interactions.byItem(), byItem, threads);
        }
        TallMatrix basis = Orthonormal.of(byItem, threads);
        basis.multiplyBy(interactions.byUser(), byUser, threads);
        TallMatrix found = basis.times(largestEigenvectors(byUser.gram(threads)), vectors, threads);
        fixSigns(found);
        return found;
    }

    private TallMatrix gaussian(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TallMatrix matrix = new TallMatrix(interactions.itemCount(), sketch);
        double[] values = matrix.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return matrix;
    }

    /** Sketch x vectors, row-major, the largest eigenvalue first. */
    private double[] largestEigenvectors(double[] symmetric) {
        int n = sketch;
        double[] eigenvalues = new double[n];
        double[] work = new double[Math.max(1, 34 * n)];
        intW info = new intW(0);
        LinearAlgebra.best().lapack().dsyev("V", "U", n, symmetric, 0, n, eigenvalues, 0, work, 0, work.length, info);
        if (info.val != 0) {
            throw new KindredException(
                    "pure-svd: the eigenvalues of the sketch were not found; set another seed or number of factors");
        }
        // LAPACK's eigenvalues ascend, its vectors are columns.
        double[] vectorsByRow = new double[n * vectors];
        for (int r = 0; r < n; r++) {
            for (int v = 0; v < vectors; v++) {
                vectorsByRow[r * vectors + v] = symmetric[(n - 1 - v) * n + r];
            }
        }
        return vectorsByRow;
    }

    private static void fixSigns(TallMatrix matrix) {
        double[] values = matrix.values();
        for (int c = 0; c < matrix.columns(); c++) {
            double largest = 0;
            for (int at = c; at < values.length; at += matrix.columns()) {
                largest = Math.abs(values[at]) > Math.abs(largest) ? values[at] : largest;
            }
            for (int at = c; at < values.length && largest < 0; at += matrix.columns()) {
                values[at] = -values[at];
            }
        }
    }
}
