package io.kindred.models.cf.tifuknn;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Recommends what a user and the users nearest to them had often, lately above all. */
public final class TifuKnnProvider implements ModelProvider<TifuKnnParameters> {
    @Override
    public String name() {
        return "tifu-knn";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "TIFU-kNN",
                ModelCard.Family.NEIGHBOURHOOD,
                "Counts how often a user had each item, later baskets counting more, and adds the mean of the nearest users."
                        + " For things that are bought again and again: ask with seen items included.",
                "Hu, He, Gao, Zhang: Modeling Personalized Item Frequency Information for Next-basket Recommendation, 2020",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.USER_SIMILARITY,
                true);
    }

    @Override
    public Class<TifuKnnParameters> parametersType() {
        return TifuKnnParameters.class;
    }

    @Override
    public TifuKnnParameters defaults() {
        return new TifuKnnParameters(300, 7, 0.9, 0.7, 0.7, false);
    }

    @Override
    public Trainer trainer(TifuKnnParameters parameters) {
        return new TifuKnnTrainer(parameters);
    }
}
