package io.kindred.models.cf.vsknn;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;
import io.kindred.core.scorer.PositionWeighting;
import io.kindred.core.scorer.SessionNeighbourhood;

/** Recommends what was in recent sessions that are like the running one. */
public final class VsKnnProvider implements ModelProvider<VsKnnParameters> {
    @Override
    public String name() {
        return "vsknn";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Session-based k-nearest neighbours (VS-kNN)",
                ModelCard.Family.NEIGHBOURHOOD,
                "Finds recent sessions that share items with the running one, its last items counting most, and recommends"
                        + " what else they had. Nothing to train, answers at once, and hard to beat on sessions.",
                "Ludewig, Jannach: Evaluation of Session-based Recommendation Algorithms, 2018; Jannach, Ludewig: When"
                        + " Recurrent Neural Networks Meet the Neighborhood for Session-Based Recommendation, 2017",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.USER_SIMILARITY,
                true);
    }

    @Override
    public Class<VsKnnParameters> parametersType() {
        return VsKnnParameters.class;
    }

    @Override
    public VsKnnParameters defaults() {
        return new VsKnnParameters(
                200,
                1000,
                20,
                SessionNeighbourhood.Similarity.COSINE,
                PositionWeighting.QUADRATIC,
                PositionWeighting.DIVISION,
                0);
    }

    @Override
    public Trainer trainer(VsKnnParameters parameters) {
        return new VsKnnTrainer(parameters);
    }
}
