package io.kindred.serving.slot;

import io.kindred.core.data.FeatureTable;
import io.kindred.core.model.Recommender;
import java.util.concurrent.atomic.AtomicBoolean;

/** The use of a model for one request: while it is open the model stays mapped, whatever is promoted meanwhile. */
public final class Lease implements AutoCloseable {
    private final ServedModel model;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Lease(ServedModel model) {
        this.model = model;
    }

    public ModelKey key() {
        return model.key();
    }

    /** The model, not to be used after {@link #close}. */
    public Recommender recommender() {
        return model.recommender();
    }

    /** Item features with a row for each item of this model. */
    public FeatureTable align(FeatureTable table) {
        return model.align(table);
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            model.release();
        }
    }
}
