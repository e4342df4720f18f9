package io.kindred.models.cf.fpmc;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Matrix factorisation and a factorised Markov chain in one model. */
public final class FpmcProvider implements ModelProvider<FpmcParameters> {
    @Override
    public String name() {
        return "fpmc";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "FPMC",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Learns what a user likes and what follows what, both as vectors, so that rare transitions profit from"
                        + " similar ones. For sequences of known users; sessions are followed by their last item.",
                "Rendle, Freudenthaler, Schmidt-Thieme: Factorizing Personalized Markov Chains for Next-Basket"
                        + " Recommendation, 2010",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<FpmcParameters> parametersType() {
        return FpmcParameters.class;
    }

    @Override
    public FpmcParameters defaults() {
        return new FpmcParameters(64, 30, 0.05, 0.01, false);
    }

    @Override
    public Trainer trainer(FpmcParameters parameters) {
        return new FpmcTrainer(parameters);
    }
}
