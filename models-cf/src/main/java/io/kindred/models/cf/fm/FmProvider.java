package io.kindred.models.cf.fm;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Factorisation machine over users, items and their features. */
public final class FmProvider implements ModelProvider<FmParameters> {
    @Override
    public String name() {
        return "fm";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Factorisation machine",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Models every pair of features of a user and an item by the inner product of their vectors, for ranking"
                        + " (solver bpr) or for ratings (als, sgd). Items and users that are new are placed by their"
                        + " features. The defaults are for ranking; for ratings set solver=als, epochs=20 and"
                        + " regularization=0.2, or about 1 where users and items have many features.",
                "Rendle: Factorization Machines, 2010; Rendle: Factorization Machines with libFM, 2012",
                ModelCard.Feedback.ANY,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<FmParameters> parametersType() {
        return FmParameters.class;
    }

    @Override
    public FmParameters defaults() {
        return new FmParameters(64, 100, 0.1, 0.015, Solver.BPR, 0.03, true, 2, false);
    }

    @Override
    public Trainer trainer(FmParameters parameters) {
        return new FmTrainer(parameters);
    }
}
