package io.kindred.models.cf.hybridmf;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Matrix factorisation over the features of users and items. */
public final class HybridMfProvider implements ModelProvider<HybridMfParameters> {
    @Override
    public String name() {
        return "hybrid-mf";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Hybrid matrix factorisation",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Learns a vector for every user and item and for every category and number range that describes them. New"
                        + " items, and new users of whom something is known, are placed by their features; without"
                        + " features it is plain matrix factorisation.",
                "Kula: Metadata Embeddings for User and Item Cold-start Recommendations, 2015",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<HybridMfParameters> parametersType() {
        return HybridMfParameters.class;
    }

    @Override
    public HybridMfParameters defaults() {
        return new HybridMfParameters(32, 20, 0.05, 0, 0, Loss.WARP, 20, 5, 5, 10, true, true, 2, false);
    }

    @Override
    public Trainer trainer(HybridMfParameters parameters) {
        return new HybridMfTrainer(parameters);
    }
}
