package io.kindred.models.cf.itemknn;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemRatingsModel;
import io.kindred.core.scorer.RatingRule;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.neighbours.Profiles;
import io.kindred.models.cf.neighbours.RatingNeighbourhood;
import io.kindred.models.cf.ratings.Ratings;
import java.util.Map;

/**
 * Compares items by their ratings. The model keeps the ratings, so an update trains on them and the new ones: means, biases and
 * with them most similarities change anyway.
 */
final class ItemRatingsTrainer implements IncrementallyTrainable {
    private final ItemKnnParameters parameters;

    ItemRatingsTrainer(ItemKnnParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Ratings ratings = Ratings.of("item-knn with ratings", data);
        context.listener().onStart(1);
        RatingRule rule = RatingNeighbourhood.rule(
                ratings,
                parameters.ratings(),
                parameters.similarity(),
                parameters.neighbours(),
                parameters.minNeighbours(),
                context);
        SparseMatrix table = Profiles.byUser(ratings.interactions(), true);
        TopK.Ranked[] neighbours =
                RatingNeighbourhood.items(table, rule.baseline(), parameters.measure(), parameters.stored(), context);
        ItemRatingsModel model = new ItemRatingsModel(
                ModelInfo.of(new ItemKnnProvider(), parameters),
                ratings.interactions().users(),
                ratings.interactions().items(),
                ratings.histories(),
                NeighbourLists.ranked("item-knn", neighbours),
                table,
                rule);
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        IncrementallyTrainable.requireExtension(ModelInfo.of(new ItemKnnProvider(), parameters), base, delta);
        ItemRatingsModel before = (ItemRatingsModel) base;
        Interactions all = RatingNeighbourhood.merged(before.histories(), before.ratings(), delta.interactions());
        return train(delta.withInteractions(all), context);
    }
}
