package io.kindred.models.cf.sparseease;

import io.kindred.core.math.Cholesky;
import io.kindred.core.math.TopK;
import io.kindred.models.cf.gram.ItemRegressions;
import io.kindred.models.cf.gram.LocalGram;
import java.util.Arrays;

/** Ridge regression of one item on its neighbours. Belongs to one thread. */
final class RidgeSolver implements ItemRegressions.Solver {
    private final LocalGram local;
    private final double l2;

    RidgeSolver(LocalGram local, double l2) {
        this.local = local;
        this.l2 = l2;
    }

    @Override
    public TopK.Ranked weights(int item) {
        local.select(item, 0);
        int size = local.size();
        double[] matrix = local.matrix(false);
        for (int n = 0; n < size; n++) {
            matrix[n * size + n] += l2;
        }
        double[] weights = Arrays.copyOf(local.targets(), size);
        Cholesky.factorise(matrix, size);
        Cholesky.solve(matrix, size, weights);
        int[] items = new int[size];
        float[] values = new float[size];
        for (int n = 0; n < size; n++) {
            items[n] = local.item(n);
            values[n] = (float) weights[n];
        }
        return new TopK.Ranked(items, values);
    }
}
