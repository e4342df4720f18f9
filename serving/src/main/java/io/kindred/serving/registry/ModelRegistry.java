package io.kindred.serving.registry;

import io.kindred.core.model.Suggestion;
import io.kindred.serving.problem.ProblemException;
import io.kindred.serving.problem.ProblemType;
import io.kindred.serving.slot.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was published and what is live, in the database. A change holds a lock of the database to the end of its transaction,
 * so that two servers on one database cannot both make one.
 */
@ApplicationScoped
public class ModelRegistry {
    private static final long CHANGE_LOCK = 0x6b696e6472656431L;

    private final EntityManager entities;
    private final ArtifactStore store;

    ModelRegistry(EntityManager entities, ArtifactStore store) {
        this.entities = entities;
        this.store = store;
    }

    /**
     * A published version and where it stands.
     *
     * @param model the version
     * @param stage staged, live or retired
     */
    public record Staged(ModelVersion model, Stage stage) {}

    /**
     * What publishing did.
     *
     * @param key the version
     * @param created false where exactly this artifact was published under the name before
     */
    public record Publication(ModelKey key, boolean created) {}

    /**
     * Publishes an artifact that came in as the next version of a name; one that was published under the name before is that
     * version still. The files get their place first and the row is written after, so a row always has its files.
     */
    @Transactional
    public Publication publish(String name, ArtifactStore.Incoming incoming) {
        lock();
        ModelVersion model = Publishing.describe(incoming);
        Optional<ModelVersion> known = ModelVersion.published(name, model.sha256);
        if (known.isPresent()) {
            return new Publication(known.get().key(), false);
        }
        int highest = ModelVersion.latest(name).map(v -> v.version).orElse(0);
        model.name = name;
        model.version = Math.max(highest, store.highestVersion(name)) + 1;
        store.keep(incoming, model.key());
        model.persist();
        return new Publication(model.key(), true);
    }

    /** Makes a version the live one; nothing happens where it is live already. */
    @Transactional
    public void promote(ModelKey key) {
        lock();
        ModelVersion model = version(key);
        Optional<Deployment> current = Deployment.current();
        if (current.filter(d -> d.model.id.equals(model.id)).isEmpty()) {
            deploy(model, current.orElse(null), Deployment.Action.PROMOTE);
        }
    }

    /**
     * The version that a rollback would make live.
     *
     * @throws ProblemException if there is none
     */
    @Transactional
    public ModelKey rollbackTarget() {
        return previous().model.key();
    }

    /**
     * Makes the version live that was live before the current one was promoted.
     *
     * @param expected the version this should be
     * @throws ProblemException if there is none, or it is another one by now
     */
    @Transactional
    public void rollback(ModelKey expected) {
        lock();
        Deployment target = previous();
        if (!target.model.key().equals(expected)) {
            throw new ProblemException(
                    ProblemType.NOTHING_TO_ROLL_BACK,
                    "another server changed the live model at the same time; look at it and try again");
        }
        deploy(target.model, target.previous, Deployment.Action.ROLLBACK);
    }

    /** Which version is live. */
    @Transactional
    public Optional<ModelKey> live() {
        return Deployment.current().map(d -> d.model.key());
    }

    /** All versions, by name, the newest first. */
    @Transactional
    public List<Staged> all() {
        Optional<Long> live = Deployment.current().map(d -> d.model.id);
        Set<Long> deployed = Deployment.everDeployed();
        return ModelVersion.inOrder().stream()
                .map(v -> new Staged(v, stage(v, live, deployed)))
                .toList();
    }

    /**
     * The versions of one name, the newest first.
     *
     * @throws ProblemException if nothing was published under the name
     */
    @Transactional
    public List<Staged> versions(String name) {
        List<Staged> found =
                all().stream().filter(s -> s.model().name.equals(name)).toList();
        if (found.isEmpty()) {
            throw unknownName(name);
        }
        return found;
    }

    /**
     * One version.
     *
     * @throws ProblemException if there is no such version
     */
    @Transactional
    public Staged get(ModelKey key) {
        ModelVersion model = version(key);
        Optional<Long> live = Deployment.current().map(d -> d.model.id);
        return new Staged(model, stage(model, live, Deployment.everDeployed()));
    }

    /**
     * The version a reference names.
     *
     * @param version null for the newest
     * @throws ProblemException if there is no such version
     */
    @Transactional
    public ModelKey resolve(String name, Integer version) {
        if (version != null) {
            return version(new ModelKey(name, version)).key();
        }
        return ModelVersion.latest(name).orElseThrow(() -> unknownName(name)).key();
    }

    private static ModelVersion version(ModelKey key) {
        return ModelVersion.find(key).orElseThrow(() -> {
            Optional<ModelVersion> latest = ModelVersion.latest(key.name());
            return latest.isEmpty()
                    ? unknownName(key.name())
                    : new ProblemException(
                            ProblemType.UNKNOWN_MODEL,
                            "the model '" + key.name() + "' has no version " + key.version() + "; its newest is "
                                    + latest.get().version);
        });
    }

    private static ProblemException unknownName(String name) {
        List<String> names = ModelVersion.names();
        return new ProblemException(
                ProblemType.UNKNOWN_MODEL,
                "unknown model '" + name + "'; "
                        + (names.isEmpty() ? "no model is published" : "published: " + String.join(", ", names))
                        + Suggestion.didYouMean(name, names));
    }

    private static Deployment previous() {
        return Deployment.current()
                .map(d -> d.previous)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOTHING_TO_ROLL_BACK, "no other model was live before the one that is"));
    }

    private static void deploy(ModelVersion model, Deployment previous, Deployment.Action action) {
        Deployment deployment = new Deployment();
        deployment.model = model;
        deployment.previous = previous;
        deployment.action = action;
        deployment.at = Instant.now();
        deployment.persist();
    }

    private static Stage stage(ModelVersion model, Optional<Long> live, Set<Long> deployed) {
        if (live.filter(model.id::equals).isPresent()) {
            return Stage.LIVE;
        }
        return deployed.contains(model.id) ? Stage.RETIRED : Stage.STAGED;
    }

    private void lock() {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)")
                .setParameter("key", CHANGE_LOCK)
                .getSingleResult();
    }
}
