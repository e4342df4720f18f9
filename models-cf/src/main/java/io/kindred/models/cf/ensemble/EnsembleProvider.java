package io.kindred.models.cf.ensemble;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Fuses the scores of other models. */
public final class EnsembleProvider implements ModelProvider<EnsembleParameters> {
    static final String NAME = "ensemble";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Ensemble",
                ModelCard.Family.ENSEMBLE,
                "Trains several models on the same data and fuses their scores or ranks, with given weights or with weights"
                        + " learnt on held-out interactions. Different models err differently, so the sum is often better than"
                        + " the best of them; it costs the time and space of all.",
                "Cormack, Clarke, Buettcher: Reciprocal Rank Fusion Outperforms Condorcet and Individual Rank Learning"
                        + " Methods, 2009; Sill, Takacs, Mackey, Lin: Feature-Weighted Linear Stacking, 2009",
                ModelCard.Feedback.ANY,
                ArtifactKind.ENSEMBLE,
                true);
    }

    @Override
    public Class<EnsembleParameters> parametersType() {
        return EnsembleParameters.class;
    }

    @Override
    public EnsembleParameters defaults() {
        return new EnsembleParameters("als, item-knn", Method.WEIGHTED, "", Normalization.Z_SCORE, 60, 0.1);
    }

    @Override
    public Trainer trainer(EnsembleParameters parameters) {
        return new EnsembleTrainer(parameters);
    }
}
