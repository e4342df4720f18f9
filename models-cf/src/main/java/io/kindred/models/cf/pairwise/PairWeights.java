package io.kindred.models.cf.pairwise;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;

/** How much each positive counts, from the interactions' values. */
public final class PairWeights {
    /** More than this makes gradient steps so long that vectors grow without bounds. */
    public static final float LARGEST = 10;

    private PairWeights() {}

    /**
     * Values in units of their mean, at most {@value #LARGEST}, by position in {@link Interactions#byUser()}; null where all
     * are 1.
     *
     * @param model names the model in errors
     * @throws KindredException if a value is negative or all are zero
     */
    static float[] of(String model, Interactions interactions) {
        if (!interactions.hasValues()) {
            return null;
        }
        SparseRows rows = interactions.byUser();
        double mean = mean(model, interactions);
        float[] weights = new float[rows.size()];
        for (int p = 0; p < weights.length; p++) {
            weights[p] = (float) Math.min(LARGEST, rows.value(p) / mean);
        }
        return weights;
    }

    /**
     * The mean value.
     *
     * @param interactions not empty
     * @throws KindredException if a value is negative or all are zero
     */
    public static double mean(String model, Interactions interactions) {
        SparseRows rows = interactions.byUser();
        double sum = 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                float value = rows.value(p);
                if (value < 0) {
                    throw new KindredException(model + " with valuesAsWeights needs values of at least 0, but user '"
                            + interactions.users().idOf(u) + "' has item '"
                            + interactions.items().idOf(rows.column(p)) + "' with the value " + value
                            + "; filter such rows out or set valuesAsWeights=false");
                }
                sum += value;
            }
        }
        if (sum == 0) {
            throw new KindredException(model + " with valuesAsWeights needs values above 0, but all of them are 0;"
                    + " set valuesAsWeights=false");
        }
        return sum / rows.size();
    }
}
