package io.kindred.models.cf.userknn;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.RatingRule;
import io.kindred.core.scorer.UserRatingsModel;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.neighbours.Profiles;
import io.kindred.models.cf.neighbours.RatingNeighbourhood;
import io.kindred.models.cf.ratings.Ratings;
import java.util.Map;

/**
 * Compares users by their ratings. The model keeps the ratings, so an update trains on them and the new ones: means, biases and
 * with them most similarities change anyway.
 */
final class UserRatingsTrainer implements IncrementallyTrainable {
    private final UserKnnParameters parameters;

    UserRatingsTrainer(UserKnnParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Ratings ratings = Ratings.of("user-knn with ratings", data);
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
                RatingNeighbourhood.users(table, rule.baseline(), parameters.measure(), parameters.stored(), context);
        UserRatingsModel model = new UserRatingsModel(
                ModelInfo.of(new UserKnnProvider(), parameters),
                ratings.interactions().users(),
                ratings.interactions().items(),
                ratings.histories(),
                NeighbourLists.ranked("user-knn", neighbours),
                table,
                parameters.stored(),
                rule,
                parameters.measure());
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        IncrementallyTrainable.requireExtension(ModelInfo.of(new UserKnnProvider(), parameters), base, delta);
        UserRatingsModel before = (UserRatingsModel) base;
        Interactions all = RatingNeighbourhood.merged(before.histories(), before.ratings(), delta.interactions());
        return train(delta.withInteractions(all), context);
    }
}
