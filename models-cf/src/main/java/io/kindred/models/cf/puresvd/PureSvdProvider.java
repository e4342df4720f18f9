package io.kindred.models.cf.puresvd;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** The truncated singular value decomposition of the user-item matrix. */
public final class PureSvdProvider implements ModelProvider<PureSvdParameters> {
    @Override
    public String name() {
        return "pure-svd";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "PureSVD",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Projects each user's history onto the largest singular vectors of the user-item matrix, what is missing"
                        + " counting as zero. Nothing to tune but the number of factors.",
                "Cremonesi, Koren, Turrin: Performance of Recommender Algorithms on Top-N Recommendation Tasks, 2010; Halko,"
                        + " Martinsson, Tropp: Finding Structure with Randomness, 2011",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<PureSvdParameters> parametersType() {
        return PureSvdParameters.class;
    }

    @Override
    public PureSvdParameters defaults() {
        return new PureSvdParameters(50, 20);
    }

    @Override
    public Trainer trainer(PureSvdParameters parameters) {
        return new PureSvdTrainer(parameters);
    }
}
