package io.kindred.serving.slot;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The place of the live model. A swap is one atomic step: a request has the old model or the new one, whole, and the old one
 * is unmapped when the last of its requests has ended. Thread-safe.
 */
public final class ModelSlot implements AutoCloseable {
    private final AtomicReference<ServedModel> live = new AtomicReference<>();

    /** A use of the live model; empty where none is live. */
    public Optional<Lease> lease() {
        while (true) {
            ServedModel current = live.get();
            if (current == null) {
                return Optional.empty();
            }
            Optional<Lease> lease = current.lease();
            if (lease.isPresent()) {
                return lease;
            }
        }
    }

    /** Which model is live. */
    public Optional<ModelKey> key() {
        return Optional.ofNullable(live.get()).map(ServedModel::key);
    }

    /**
     * Makes a model live in place of the one that is.
     *
     * @param next open and warm; the slot takes over the use of the one who opened it; null leaves the slot empty
     */
    public void swap(ServedModel next) {
        ServedModel previous = live.getAndSet(next);
        if (previous != null) {
            previous.retire();
        }
    }

    /** Leaves the slot empty. */
    @Override
    public void close() {
        swap(null);
    }
}
