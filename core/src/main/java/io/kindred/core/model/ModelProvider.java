package io.kindred.core.model;

import java.util.List;

/**
 * The one interface a model module implements, found by {@link java.util.ServiceLoader} under this interface's name.
 *
 * <p>A provider only trains. What training leaves behind is one of the serving forms of {@code io.kindred.core.scorer}
 * (or, for {@link ArtifactKind#NETWORK}, a network for an engine), so serving never needs the provider's jar.
 *
 * <p>Implementations have a public no-argument constructor, are cheap to construct, stateless and thread-safe.
 *
 * @param <P> the hyper-parameters: a record whose components carry {@link Param}
 */
public interface ModelProvider<P extends Record> {
    /** Permanent id, written into artifacts: lower-case words joined by hyphens, as in "item-knn". */
    String name();

    /** Former names that still find this model. */
    default List<String> aliases() {
        return List.of();
    }

    /** What the model is, for people. */
    ModelCard card();

    /** The record class of the hyper-parameters. */
    Class<P> parametersType();

    /** The default hyper-parameters, the only place where defaults exist. */
    P defaults();

    /** A trainer; does no work and loads no native library before {@link Trainer#train}. */
    Trainer trainer(P parameters);
}
