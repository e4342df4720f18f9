package io.kindred.models.cf.slim;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Sparse linear methods by coordinate descent. */
public final class SlimProvider implements ModelProvider<SlimParameters> {
    @Override
    public String name() {
        return "slim";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "SLIM",
                ModelCard.Family.LINEAR,
                "Predicts each item from few others by elastic-net regression, the others chosen by the regression itself."
                        + " Small models whose reasons are easy to read, accurate where items have many users in common.",
                "Ning, Karypis: SLIM: Sparse Linear Methods for Top-N Recommender Systems, 2011 (fsSLIM: candidates chosen"
                        + " beforehand)",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<SlimParameters> parametersType() {
        return SlimParameters.class;
    }

    @Override
    public SlimParameters defaults() {
        return new SlimParameters(1, 200, true, 500, 100, false);
    }

    @Override
    public Trainer trainer(SlimParameters parameters) {
        return new SlimTrainer(parameters);
    }
}
