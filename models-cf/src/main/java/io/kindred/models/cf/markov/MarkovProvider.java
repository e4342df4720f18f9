package io.kindred.models.cf.markov;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Recommends what usually comes after the last items of a session or history. */
public final class MarkovProvider implements ModelProvider<MarkovParameters> {
    @Override
    public String name() {
        return "markov";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Markov chain",
                ModelCard.Family.NEIGHBOURHOOD,
                "Counts which item follows which and recommends what usually comes after the last item, with back-off to"
                        + " the items before it and to popularity. The first baseline for sessions; trains in seconds.",
                "Shani, Heckerman, Brafman: An MDP-Based Recommender System, 2005; smoothing: MacKay, Peto: A"
                        + " Hierarchical Dirichlet Language Model, 1995",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<MarkovParameters> parametersType() {
        return MarkovParameters.class;
    }

    @Override
    public MarkovParameters defaults() {
        return new MarkovParameters(3, 0.5, 1, 200, 5, 0.5, false);
    }

    @Override
    public Trainer trainer(MarkovParameters parameters) {
        return new MarkovTrainer(parameters);
    }
}
