package io.kindred.models.cf.nmf;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.ratings.EpochLoop;
import io.kindred.models.cf.ratings.Ratings;

/** Trains vectors of users and items that are never negative. */
final class NmfTrainer implements Trainer {
    private final NmfParameters parameters;

    NmfTrainer(NmfParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        ModelInfo info = ModelInfo.of(new NmfProvider(), parameters);
        Ratings ratings = Ratings.of(info.provider(), data);
        if (ratings.scale().least() < 0) {
            throw new KindredException("nmf cannot learn from ratings below 0, and the lowest is "
                    + ratings.scale().least() + "; shift the scale, or use svd");
        }
        NonNegativeFactors factors = new NonNegativeFactors(ratings, parameters, context.seed());
        return new EpochLoop(info.provider(), parameters.epochs())
                .run(ratings, context, () -> factors.epoch(context.cancellation()), () -> factors.model(info));
    }
}
