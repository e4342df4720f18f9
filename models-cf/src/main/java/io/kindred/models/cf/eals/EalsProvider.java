package io.kindred.models.cf.eals;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Element-wise ALS. */
public final class EalsProvider implements ModelProvider<EalsParameters> {
    @Override
    public String name() {
        return "eals";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Element-wise ALS",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Factorises the user-item matrix like implicit ALS, but one component after the other, and takes a missing pair"
                        + " with a popular item for a negative more readily than one with an item that few could know."
                        + " Serves unseen users by fold-in and explains itself.",
                "He, Zhang, Kan, Chua: Fast Matrix Factorization for Online Recommendation with Implicit Feedback, 2016",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<EalsParameters> parametersType() {
        return EalsParameters.class;
    }

    @Override
    public EalsParameters defaults() {
        return new EalsParameters(64, 20, 0.002, 0.1, 0.4, 1, false);
    }

    @Override
    public Trainer trainer(EalsParameters parameters) {
        return new EalsTrainer(parameters);
    }
}
