package io.kindred.core.data;

/**
 * Everything a trainer may look at. Immutable and thread-safe.
 *
 * @param interactions the training interactions
 * @param userFeatures rows follow {@code interactions.users()}
 * @param itemFeatures rows follow {@code interactions.items()}
 * @param provenance where the data came from
 */
public record TrainingData(
        Interactions interactions, FeatureTable userFeatures, FeatureTable itemFeatures, Provenance provenance) {
    public TrainingData {
        interactions.users().requireSame(userFeatures.ids(), "the interactions and the user features");
        interactions.items().requireSame(itemFeatures.ids(), "the interactions and the item features");
    }

    /** Interactions alone. */
    public static TrainingData of(Interactions interactions) {
        return new TrainingData(
                interactions,
                FeatureTable.none(interactions.users()),
                FeatureTable.none(interactions.items()),
                Provenance.memory());
    }

    /** The same features and provenance with other interactions over the same vocabularies. */
    public TrainingData withInteractions(Interactions other) {
        return new TrainingData(other, userFeatures, itemFeatures, provenance);
    }

    public TrainingData withProvenance(Provenance other) {
        return new TrainingData(interactions, userFeatures, itemFeatures, other);
    }
}
