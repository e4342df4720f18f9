package io.kindred.serving.slot;

import io.kindred.core.KindredException;
import io.kindred.serving.config.KindredConfig;
import io.kindred.serving.online.ItemCatalogue;
import io.kindred.serving.problem.ProblemException;
import io.kindred.serving.problem.ProblemType;
import io.kindred.serving.registry.ArtifactStore;
import io.kindred.serving.registry.ModelRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Hands out models to requests and changes which one is live. A change opens and warms the new model first, then writes it
 * down, then swaps: a failure at any point leaves the old one live, and after a crash the database has the last word.
 */
@Singleton
public final class ModelServing {
    private static final Logger LOG = Logger.getLogger(ModelServing.class);

    private final ModelRegistry registry;
    private final ArtifactStore store;
    private final ItemCatalogue items;
    private final MeterRegistry meters;
    private final ModelSlot slot = new ModelSlot();
    private final ModelPool pool;
    private final ReentrantLock changes = new ReentrantLock();

    ModelServing(
            ModelRegistry registry,
            ArtifactStore store,
            ItemCatalogue items,
            KindredConfig config,
            MeterRegistry meters) {
        this.registry = registry;
        this.store = store;
        this.items = items;
        this.meters = meters;
        this.pool = new ModelPool(config.models().maxOpen());
    }

    void start(@Observes StartupEvent event) {
        registry.live().ifPresent(key -> {
            try {
                slot.swap(open(key));
            } catch (KindredException e) {
                LOG.errorf("the live model %s cannot be opened, so none is live: %s", key, e.getMessage());
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        slot.close();
        pool.close();
    }

    /** Which model is live. */
    public Optional<ModelKey> live() {
        return slot.key();
    }

    /**
     * A use of a model.
     *
     * @param reference "name" or "name@version"; null for the live one. A name alone is its live version, else its newest
     * @throws ProblemException if there is no such model, or none is live
     */
    public Lease lease(String reference) {
        Optional<Lease> live = slot.lease();
        if (reference == null) {
            return live.orElseThrow(() ->
                    new ProblemException(ProblemType.NO_LIVE_MODEL, "no model is live; publish one and promote it"));
        }
        boolean kept = false;
        try {
            ModelReference wanted = ModelReference.parse(reference);
            if (live.isPresent() && wanted.matches(live.get().key())) {
                kept = true;
                return live.get();
            }
            ModelKey key = registry.resolve(wanted.name(), wanted.version());
            return pool.lease(key, () -> open(key));
        } finally {
            if (!kept) {
                live.ifPresent(Lease::close);
            }
        }
    }

    /** Makes a version live. */
    public void promote(ModelKey key) {
        change(key, () -> registry.promote(key));
    }

    /**
     * Makes the version live again that was before.
     *
     * @return which one
     */
    public ModelKey rollback() {
        changes.lock();
        try {
            ModelKey target = registry.rollbackTarget();
            change(target, () -> registry.rollback(target));
            return target;
        } finally {
            changes.unlock();
        }
    }

    private void change(ModelKey key, Runnable writeDown) {
        changes.lock();
        try {
            registry.get(key);
            items.refresh();
            ServedModel next = open(key);
            try {
                writeDown.run();
            } catch (RuntimeException | Error e) {
                next.retire();
                throw e;
            }
            slot.swap(next);
            meters.counter("kindred.model.swaps").increment();
            LOG.infof("%s is live", key);
        } finally {
            changes.unlock();
        }
    }

    private ServedModel open(ModelKey key) {
        return ServedModel.open(key, store.directory(key));
    }
}
