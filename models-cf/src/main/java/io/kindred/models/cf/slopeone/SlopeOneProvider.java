package io.kindred.models.cf.slopeone;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Ratings from the mean differences between items. */
public final class SlopeOneProvider implements ModelProvider<SlopeOneParameters> {
    @Override
    public String name() {
        return "slope-one";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Slope One",
                ModelCard.Family.NEIGHBOURHOOD,
                "Predicts a rating as the user's mean plus the mean difference between the item and the items the user rated."
                        + " Nothing to tune; its matrix grows with the pairs of items that users rated together.",
                "Lemire, Maclachlan: Slope One Predictors for Online Rating-Based Collaborative Filtering, 2005",
                ModelCard.Feedback.EXPLICIT,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<SlopeOneParameters> parametersType() {
        return SlopeOneParameters.class;
    }

    @Override
    public SlopeOneParameters defaults() {
        return new SlopeOneParameters(1);
    }

    @Override
    public Trainer trainer(SlopeOneParameters parameters) {
        return new SlopeOneTrainer(parameters);
    }
}
