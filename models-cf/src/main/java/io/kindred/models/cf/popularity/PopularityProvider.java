package io.kindred.models.cf.popularity;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Recommends to everybody what most users had. */
public final class PopularityProvider implements ModelProvider<PopularityParameters> {
    @Override
    public String name() {
        return "popularity";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Popularity",
                ModelCard.Family.BASELINE,
                "Ranks items by how many users had them, recent ones more if a half-life is set. The baseline that every"
                        + " other model has to beat, and the fallback for users of whom nothing is known.",
                "Cremonesi, Koren, Turrin: Performance of Recommender Algorithms on Top-N Recommendation Tasks, 2010"
                        + " (TopPop)",
                ModelCard.Feedback.ANY,
                ArtifactKind.POPULARITY,
                true);
    }

    @Override
    public Class<PopularityParameters> parametersType() {
        return PopularityParameters.class;
    }

    @Override
    public PopularityParameters defaults() {
        return new PopularityParameters(0);
    }

    @Override
    public Trainer trainer(PopularityParameters parameters) {
        PopularityTrainer trainer = new PopularityTrainer(parameters);
        // The model keeps no times, so one that discounts age cannot be updated.
        return parameters.halfLifeDays() > 0 ? (data, context) -> trainer.train(data, context) : trainer;
    }
}
