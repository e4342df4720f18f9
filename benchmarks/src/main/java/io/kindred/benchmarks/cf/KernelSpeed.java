package io.kindred.benchmarks.cf;

import io.kindred.models.cf.panel.PanelKernels;
import java.util.SplittableRandom;

/** Measures the kernel of ALS alone: adding the Gram matrix of a history's vectors. */
final class KernelSpeed {
    private static final int ROUNDS = 4;
    private static final double OPERATIONS_PER_ROUND = 4e9;

    private KernelSpeed() {}

    /**
     * The best of some rounds in billions of useful operations (the upper triangle alone counts) per second of processor
     * time of this thread.
     *
     * @param dimension a multiple of 16
     * @param rows of the history
     */
    static double gramGigaflops(int dimension, int rows) {
        PanelKernels kernels = PanelKernels.best();
        float[] block = random(rows * dimension);
        float[] start = new float[dimension * dimension];
        float[] target = new float[dimension * dimension];
        double operations = (double) rows * dimension * (dimension + 1);
        int repeats = (int) (OPERATIONS_PER_ROUND / operations) + 1;
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = Clock.threadNanos();
            for (int r = 0; r < repeats; r++) {
                kernels.addGram(block, block, rows, rows, dimension, 1f, start, target);
            }
            best = Math.max(best, repeats * operations / (Clock.threadNanos() - from));
        }
        return best;
    }

    /** As above for factorising and solving one system. */
    static double solveGigaflops(int dimension) {
        PanelKernels kernels = PanelKernels.best();
        int n = dimension;
        float[] block = random(n * n);
        float[] system = new float[n * n];
        for (int i = 0; i < n; i++) {
            system[PanelKernels.at(n, i, i)] = 1f;
        }
        kernels.addGram(block, block, n, n, n, 1f / n, system, system);
        float[] work = new float[n * n];
        float[] triangle = new float[n * n];
        float[] inverse = new float[n];
        float[] vector = new float[n];
        double operations = (double) n * n * n / 3 + 2.0 * n * n;
        int repeats = (int) (OPERATIONS_PER_ROUND / 4 / operations) + 1;
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = Clock.threadNanos();
            for (int r = 0; r < repeats; r++) {
                System.arraycopy(system, 0, work, 0, work.length);
                System.arraycopy(block, 0, vector, 0, n);
                kernels.factorise(work, triangle, inverse, n);
                kernels.solve(triangle, inverse, n, vector);
            }
            best = Math.max(best, repeats * operations / (Clock.threadNanos() - from));
        }
        return best;
    }

    private static float[] random(int size) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
