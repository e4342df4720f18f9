package io.kindred.featurestore.snapshot;

import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TrainingData;
import java.util.List;

/**
 * Filtered interactions with their features. Immutable.
 *
 * @param interactions all events that passed the filters, of all parts
 * @param userFeatures rows follow the interactions' users
 * @param itemFeatures rows follow the interactions' items
 * @param filters what each filter did, in order
 * @param source what was imported, as the user named it
 * @param snapshot the snapshot's id
 */
public record Dataset(
        Interactions interactions,
        FeatureTable userFeatures,
        FeatureTable itemFeatures,
        List<FilterStep> filters,
        String source,
        String snapshot) {
    /** Copies the list. */
    public Dataset {
        filters = List.copyOf(filters);
    }

    /** Everything as training data, with its provenance. */
    public TrainingData trainingData() {
        return new TrainingData(interactions, userFeatures, itemFeatures, new Provenance(source, snapshot, "all", 0));
    }
}
