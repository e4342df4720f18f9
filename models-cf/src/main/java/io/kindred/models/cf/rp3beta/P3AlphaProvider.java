package io.kindred.models.cf.rp3beta;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Random walks of three steps. */
public final class P3AlphaProvider implements ModelProvider<P3AlphaParameters> {
    @Override
    public String name() {
        return "p3alpha";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "P3alpha",
                ModelCard.Family.NEIGHBOURHOOD,
                "Recommends where random walks user - item - user - item end. RP3beta with beta 0, which favours popular"
                        + " items.",
                "Cooper, Lee, Radzik, Siantos: Random Walks in Recommender Systems: Exact Computation and Simulations, 2014",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<P3AlphaParameters> parametersType() {
        return P3AlphaParameters.class;
    }

    @Override
    public P3AlphaParameters defaults() {
        return new P3AlphaParameters(1, 100, false);
    }

    @Override
    public Trainer trainer(P3AlphaParameters parameters) {
        return new RandomWalkTrainer(
                ModelInfo.of(this, parameters),
                new Rp3BetaParameters(parameters.alpha(), 0, parameters.neighbours(), parameters.valuesAsWeights()));
    }
}
