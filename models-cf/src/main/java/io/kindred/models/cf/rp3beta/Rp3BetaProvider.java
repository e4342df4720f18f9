package io.kindred.models.cf.rp3beta;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Random walks of three steps that hold popular items back. */
public final class Rp3BetaProvider implements ModelProvider<Rp3BetaParameters> {
    @Override
    public String name() {
        return "rp3beta";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "RP3beta",
                ModelCard.Family.NEIGHBOURHOOD,
                "Recommends where random walks user - item - user - item end, re-ranked against popularity. As quick as"
                        + " item-kNN and often better, with more of the catalogue in the lists.",
                "Paudel, Christoffel, Newell, Bernstein: Updatable, Accurate, Diverse, and Scalable Recommendations for"
                        + " Interactive Applications, 2017",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<Rp3BetaParameters> parametersType() {
        return Rp3BetaParameters.class;
    }

    @Override
    public Rp3BetaParameters defaults() {
        return new Rp3BetaParameters(1, 0.6, 100, false);
    }

    @Override
    public Trainer trainer(Rp3BetaParameters parameters) {
        return new RandomWalkTrainer(ModelInfo.of(this, parameters), parameters);
    }
}
