package io.kindred.serving.slot;

import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.model.Recommender;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.serving.online.FeatureAlignment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An open model with a count of those who use it. The one who opened it holds the first use and gives it up with
 * {@link #retire}; the memory is unmapped when the last use ends, never under a request. Thread-safe.
 */
public final class ServedModel {
    private static final int WARM_UP_USERS = 32;

    private final ModelKey key;
    private final OpenArtifact artifact;
    private final AtomicInteger uses = new AtomicInteger(1);
    private volatile Aligned aligned;

    private record Aligned(FeatureTable source, FeatureTable table) {}

    private ServedModel(ModelKey key, OpenArtifact artifact) {
        this.key = key;
        this.artifact = artifact;
    }

    /**
     * Opens and warms up a model.
     *
     * @throws io.kindred.core.artifact.ArtifactException if it cannot be opened
     */
    public static ServedModel open(ModelKey key, Path directory) {
        OpenArtifact artifact = Artifacts.open(directory);
        try {
            warmUp(artifact.model());
        } catch (RuntimeException | Error e) {
            artifact.close();
            throw e;
        }
        return new ServedModel(key, artifact);
    }

    public ModelKey key() {
        return key;
    }

    /** A use of the model, unless it was already given up by everybody. */
    Optional<Lease> lease() {
        while (true) {
            int now = uses.get();
            if (now == 0) {
                return Optional.empty();
            }
            if (uses.compareAndSet(now, now + 1)) {
                return Optional.of(new Lease(this));
            }
        }
    }

    /** Gives up the use of the one who opened it; to be called once. */
    void retire() {
        release();
    }

    void release() {
        if (uses.decrementAndGet() == 0) {
            artifact.close();
        }
    }

    /** Whether the memory was given back. */
    boolean isClosed() {
        return uses.get() == 0;
    }

    Recommender recommender() {
        return artifact.model();
    }

    /** The item features in the order of this model's items. */
    @SuppressWarnings(
            "ReferenceEquality") // a table that was read again is another one, and comparing rows would be slow
    FeatureTable align(FeatureTable table) {
        Aligned known = aligned;
        if (known == null || known.source() != table) {
            known = new Aligned(
                    table, FeatureAlignment.align(table, artifact.model().items()));
            aligned = known;
        }
        return known.table();
    }

    /** Touches the mapped pages and the code of the usual ways once, so that the first requests find them ready. */
    private static void warmUp(Recommender model) {
        int users = Math.min(WARM_UP_USERS, model.users().size());
        for (int u = 0; u < users; u++) {
            Dispatcher.recommend(
                    model, RecommendationQuery.forUser(model.users().idOf(u), 10));
        }
        if (model.items().size() > 0) {
            String item = model.items().idOf(0);
            Dispatcher.recommend(
                    model, RecommendationQuery.builder().history(List.of(item)).build());
            Dispatcher.similar(model, item, 10);
        }
    }
}
