package io.kindred.core.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The capabilities by name, as manifests and pages show them. */
public enum Capability {
    USER_ITEM_SCORER(UserItemScorer.class),
    SESSION_AWARE(SessionAware.class),
    FOLD_IN(FoldIn.class),
    COLD_START(ColdStartCapable.class),
    SIMILAR_ITEMS(SimilarItems.class),
    EXPLAINS(Explains.class),
    EMBEDDINGS(EmbeddingModel.class),
    RATING_PREDICTOR(RatingPredictor.class),
    PROPENSITIES(ServesPropensities.class);

    private final Class<? extends Recommender> type;

    Capability(Class<? extends Recommender> type) {
        this.type = type;
    }

    /** The interface that stands for the capability. */
    public Class<? extends Recommender> type() {
        return type;
    }

    /** The name in manifests, as in "fold-in". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The capabilities a model implements. */
    public static Set<Capability> of(Recommender model) {
        EnumSet<Capability> found = EnumSet.noneOf(Capability.class);
        for (Capability capability : values()) {
            if (capability.type.isInstance(model)) {
                found.add(capability);
            }
        }
        return found;
    }
}
