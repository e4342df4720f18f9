package io.kindred.models.cf.itemknn;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;
import io.kindred.core.neighbours.RatingAggregation;
import io.kindred.core.neighbours.Similarity;

/** Recommends items whose users are those of the items in the history. */
public final class ItemKnnProvider implements ModelProvider<ItemKnnParameters> {
    @Override
    public String name() {
        return "item-knn";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Item-based k-nearest neighbours",
                ModelCard.Family.NEIGHBOURHOOD,
                "Two items are alike if the same users had them or rated them alike; an item is recommended for its likeness to"
                        + " the items of the history, or gets a rating predicted from theirs. Trains in seconds, explains itself, and serves unseen users at once.",
                "Deshpande, Karypis: Item-Based Top-N Recommendation Algorithms, 2004",
                ModelCard.Feedback.ANY,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<ItemKnnParameters> parametersType() {
        return ItemKnnParameters.class;
    }

    @Override
    public ItemKnnParameters defaults() {
        return new ItemKnnParameters(100, 10, Similarity.COSINE);
    }

    @Override
    public Trainer trainer(ItemKnnParameters parameters) {
        if (parameters.ratings() != RatingAggregation.NONE) {
            return new ItemRatingsTrainer(parameters);
        }
        ItemKnnTrainer trainer = new ItemKnnTrainer(parameters);
        // The model keeps no values, so one that rests on them cannot be updated.
        return parameters.needsValues() ? (data, context) -> trainer.train(data, context) : trainer;
    }
}
