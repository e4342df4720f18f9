package io.kindred.models.cf.weights;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;

/** What the option {@code valuesAsWeights} asks of the data. */
public final class PairWeights {
    private PairWeights() {}

    /**
     * Whether a model has to read the values: it was told to, and some value differs from 1.
     *
     * @param model names the model in the error
     * @param valuesAsWeights the model's parameter of this name
     * @throws KindredException if values are to be weights and one of them is negative or not a number
     */
    public static boolean matter(String model, boolean valuesAsWeights, Interactions interactions) {
        if (!valuesAsWeights || !interactions.hasValues()) {
            return false;
        }
        SparseRows rows = interactions.byUser();
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                // Written so that NaN is refused as well.
                if (!(rows.value(p) >= 0)) {
                    throw new KindredException(model + " with valuesAsWeights needs values of at least 0, but user '"
                            + interactions.users().idOf(u) + "' has item '"
                            + interactions.items().idOf(rows.column(p)) + "' with the value " + rows.value(p)
                            + "; filter such rows out or set valuesAsWeights=false");
                }
            }
        }
        return true;
    }
}
