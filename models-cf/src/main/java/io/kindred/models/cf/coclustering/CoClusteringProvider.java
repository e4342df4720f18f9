package io.kindred.models.cf.coclustering;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Ratings from the averages of clusters of users and items. */
public final class CoClusteringProvider implements ModelProvider<CoClusteringParameters> {
    @Override
    public String name() {
        return "co-clustering";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Co-clustering",
                ModelCard.Family.NEIGHBOURHOOD,
                "Sorts users and items into clusters together and predicts a rating as the average of the pair of clusters, plus"
                        + " what user and item deviate from theirs. Quick, and its clusters can be read.",
                "George, Merugu: A Scalable Collaborative Filtering Framework Based on Co-Clustering, 2005",
                ModelCard.Feedback.EXPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<CoClusteringParameters> parametersType() {
        return CoClusteringParameters.class;
    }

    @Override
    public CoClusteringParameters defaults() {
        return new CoClusteringParameters(3, 3, 20);
    }

    @Override
    public Trainer trainer(CoClusteringParameters parameters) {
        return new CoClusteringTrainer(parameters);
    }
}
