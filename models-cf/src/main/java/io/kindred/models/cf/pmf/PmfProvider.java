package io.kindred.models.cf.pmf;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Probabilistic matrix factorisation. */
public final class PmfProvider implements ModelProvider<PmfParameters> {
    @Override
    public String name() {
        return "pmf";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Probabilistic matrix factorisation",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Predicts a rating as the inner product of a user's and an item's vector and nothing else, learnt by gradient"
                        + " descent. With biases it is svd, which is nearly always better.",
                "Salakhutdinov, Mnih: Probabilistic Matrix Factorization, 2007",
                ModelCard.Feedback.EXPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<PmfParameters> parametersType() {
        return PmfParameters.class;
    }

    @Override
    public PmfParameters defaults() {
        return new PmfParameters(100, 20, 0.005, 0.02, 0.1);
    }

    @Override
    public Trainer trainer(PmfParameters parameters) {
        return new PmfTrainer(parameters);
    }
}
