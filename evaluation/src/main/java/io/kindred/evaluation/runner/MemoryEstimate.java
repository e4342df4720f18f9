package io.kindred.evaluation.runner;

import io.kindred.core.data.Interactions;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelCatalog;
import java.util.Map;

/**
 * How much memory training and measuring a model may take, from the size of the data and the model's form. It is meant to be
 * high rather than low: too much makes a model wait, too little can end a run. Stateless.
 */
final class MemoryEstimate {
    /** Row, column, value and time, by user and by item. */
    private static final long BYTES_PER_INTERACTION = 64;

    private static final long BYTES_PER_USER_MEASURED = 8L * 60;
    private static final long USUAL_FACTORS = 64;
    /** Neighbour lists are cut off; accumulators and candidates come on top. */
    private static final long BYTES_PER_NEIGHBOUR = 16;

    private static final long NEIGHBOURS = 500;

    private MemoryEstimate() {}

    /** Bytes, at least a few million. */
    static long bytes(ModelCatalog catalog, RunTask task, Interactions data, int threads) {
        ModelCard card = catalog.get(task.model()).card();
        long users = data.userCount();
        long items = data.itemCount();
        long common = data.size() * BYTES_PER_INTERACTION
                + users * BYTES_PER_USER_MEASURED
                + (long) threads * Math.max(2_000_000, 8 * items) * Float.BYTES;
        boolean dense = card.kind() == ArtifactKind.ITEM_SIMILARITY && card.family() == ModelCard.Family.LINEAR;
        long model;
        if (dense) {
            // The matrix of all items in double precision, its factor and what is kept of it.
            model = items * items * Double.BYTES * 3;
        } else if (card.kind() == ArtifactKind.ITEM_SIMILARITY) {
            model = items * Math.min(items, NEIGHBOURS) * BYTES_PER_NEIGHBOUR
                    + (long) threads * items * Double.BYTES * 2;
        } else {
            // Vectors of users and items, their gradients or right-hand sides, and a copy for early stopping.
            model = (users + items) * factors(task.parameters()) * Double.BYTES * 4;
        }
        return common + model;
    }

    private static long factors(Map<String, Object> parameters) {
        return parameters.get("factors") instanceof Number number ? number.longValue() : USUAL_FACTORS;
    }
}
