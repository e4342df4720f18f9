package io.kindred.models.cf.warp;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Matrix factorisation with the ranking loss WARP, by stochastic gradient descent. */
public final class WarpProvider implements ModelProvider<WarpParameters> {
    @Override
    public String name() {
        return "warp";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "WARP",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Searches for items that are ranked too high and pushes them below what a user had, the harder the lower"
                        + " the user's item ranks. Aims at the top of the list more than BPR does.",
                "Weston, Bengio, Usunier: WSABIE: Scaling Up To Large Vocabulary Image Annotation, 2011; Kula: Metadata"
                        + " Embeddings for User and Item Cold-start Recommendations, 2015",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<WarpParameters> parametersType() {
        return WarpParameters.class;
    }

    @Override
    public WarpParameters defaults() {
        return new WarpParameters(64, 60, 0.01, 1, 10, false);
    }

    @Override
    public Trainer trainer(WarpParameters parameters) {
        return new WarpTrainer(parameters);
    }
}
