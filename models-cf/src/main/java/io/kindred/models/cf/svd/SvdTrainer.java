package io.kindred.models.cf.svd;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.ratings.EpochLoop;
import io.kindred.models.cf.ratings.Ratings;

/** Trains vectors and biases of users and items. */
final class SvdTrainer implements Trainer {
    private final SvdParameters parameters;

    SvdTrainer(SvdParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        ModelInfo info = ModelInfo.of(new SvdProvider(), parameters);
        Ratings ratings = Ratings.of(info.provider(), data);
        FunkDescent descent = new FunkDescent(ratings, parameters, true, context.seed());
        return new EpochLoop(info.provider(), parameters.epochs())
                .run(ratings, context, () -> descent.epoch(context.cancellation()), () -> descent.model(info));
    }
}
