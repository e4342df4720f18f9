package io.kindred.models.cf.pmf;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.ratings.EpochLoop;
import io.kindred.models.cf.ratings.Ratings;
import io.kindred.models.cf.svd.FunkDescent;
import io.kindred.models.cf.svd.SvdParameters;

/** Trains vectors of users and items whose inner product is the rating: Funk's descent without mean and biases. */
final class PmfTrainer implements Trainer {
    private final PmfParameters parameters;

    PmfTrainer(PmfParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        ModelInfo info = ModelInfo.of(new PmfProvider(), parameters);
        Ratings ratings = Ratings.of(info.provider(), data);
        SvdParameters same = new SvdParameters(
                parameters.factors(),
                parameters.epochs(),
                parameters.learningRate(),
                parameters.regularization(),
                parameters.initialDeviation());
        FunkDescent descent = new FunkDescent(ratings, same, false, context.seed());
        return new EpochLoop(info.provider(), parameters.epochs())
                .run(ratings, context, () -> descent.epoch(context.cancellation()), () -> descent.model(info));
    }
}
