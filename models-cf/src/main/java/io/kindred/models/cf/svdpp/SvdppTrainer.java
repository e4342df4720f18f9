package io.kindred.models.cf.svdpp;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.ratings.EpochLoop;
import io.kindred.models.cf.ratings.Ratings;

/** Trains vectors and biases of users and items, and vectors of items as things rated. */
final class SvdppTrainer implements Trainer {
    private final SvdppParameters parameters;

    SvdppTrainer(SvdppParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        ModelInfo info = ModelInfo.of(new SvdppProvider(), parameters);
        Ratings ratings = Ratings.of(info.provider(), data);
        ImplicitDescent descent = new ImplicitDescent(ratings, parameters, context.seed());
        return new EpochLoop(info.provider(), parameters.epochs())
                .run(ratings, context, () -> descent.epoch(context.cancellation()), () -> descent.model(info));
    }
}
