package io.kindred.models.cf.bpr;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Matrix factorisation with the pairwise ranking loss BPR, by stochastic gradient descent. */
public final class BprProvider implements ModelProvider<BprParameters> {
    @Override
    public String name() {
        return "bpr";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "BPR",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Learns user and item vectors that rank what a user had above what is drawn at random. Its training cost"
                        + " grows with the number of interactions alone.",
                "Rendle, Freudenthaler, Gantner, Schmidt-Thieme: BPR: Bayesian Personalized Ranking from Implicit"
                        + " Feedback, 2009",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<BprParameters> parametersType() {
        return BprParameters.class;
    }

    @Override
    public BprParameters defaults() {
        return new BprParameters(64, 100, 0.1, 0.015, false);
    }

    @Override
    public Trainer trainer(BprParameters parameters) {
        return new BprTrainer(parameters);
    }
}
