package io.kindred.models.cf.baseline;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.ratings.EpochLoop;
import io.kindred.models.cf.ratings.RatingVectors;
import io.kindred.models.cf.ratings.Ratings;

/** Trains the baseline; an unseen user's bias is found as ALS finds that of a known one. */
final class BaselineTrainer implements Trainer {
    private final BaselineParameters parameters;

    BaselineTrainer(BaselineParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        ModelInfo info = ModelInfo.of(new BaselineProvider(), parameters);
        Ratings ratings = Ratings.of(info.provider(), data);
        BaselineEstimates estimates = new BaselineEstimates(ratings);
        return new EpochLoop(info.provider(), parameters.epochs())
                .run(
                        ratings,
                        context,
                        () -> estimates.epoch(parameters, context.cancellation()),
                        () -> model(info, ratings, estimates));
    }

    private TrainedModel model(ModelInfo info, Ratings ratings, BaselineEstimates estimates) {
        double ridge =
                switch (parameters.method()) {
                    case ALS -> Math.max(parameters.userRegularization(), Double.MIN_NORMAL);
                    // A descent that ends early holds back as much as this many ratings at the mean would.
                    case SGD -> 1 / (parameters.learningRate() * parameters.epochs());
                };
        double perRating = parameters.method() == BaselineMethod.SGD ? parameters.regularization() : 0;
        return new RatingVectors(info, ratings, 0, new float[0], new float[0], ridge, perRating)
                .biased(estimates.userBiases(), estimates.itemBiases(), 0);
    }
}
