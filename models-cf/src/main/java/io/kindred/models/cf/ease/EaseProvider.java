package io.kindred.models.cf.ease;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** A linear autoencoder of items in closed form. */
public final class EaseProvider implements ModelProvider<EaseParameters> {
    @Override
    public String name() {
        return "ease";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "EASE",
                ModelCard.Family.LINEAR,
                "Predicts each item from all others by ridge regression, solved at once by inverting an items x items"
                        + " matrix. One of the most accurate models there are for up to some ten thousand items; memory grows"
                        + " with their square.",
                "Steck: Embarrassingly Shallow Autoencoders for Sparse Data, 2019",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<EaseParameters> parametersType() {
        return EaseParameters.class;
    }

    @Override
    public EaseParameters defaults() {
        return new EaseParameters(250, 0, false);
    }

    @Override
    public Trainer trainer(EaseParameters parameters) {
        return new EaseTrainer(parameters);
    }
}
