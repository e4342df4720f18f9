package io.kindred.models.cf.sparseease;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** EASE with a few weights for each item, for large catalogues. */
public final class SparseEaseProvider implements ModelProvider<SparseEaseParameters> {
    @Override
    public String name() {
        return "sparse-ease";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Sparse EASE",
                ModelCard.Family.LINEAR,
                "EASE in which each item is predicted from the others that tell most about it, by a small ridge regression of"
                        + " its own. Nearly as accurate, and memory grows in proportion to the items instead of with their"
                        + " square: a hundred thousand items train on a small machine.",
                "Steck: Markov Random Fields for Collaborative Filtering, 2019 (sparse approximation, one item at a time)",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<SparseEaseParameters> parametersType() {
        return SparseEaseParameters.class;
    }

    @Override
    public SparseEaseParameters defaults() {
        return new SparseEaseParameters(250, 200, false);
    }

    @Override
    public Trainer trainer(SparseEaseParameters parameters) {
        return new SparseEaseTrainer(parameters);
    }
}
