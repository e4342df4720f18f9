package io.kindred.models.cf.coclustering;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.ratings.EpochLoop;
import io.kindred.models.cf.ratings.Ratings;

/** Finds clusters of users and items together. */
final class CoClusteringTrainer implements Trainer {
    private final CoClusteringParameters parameters;

    CoClusteringTrainer(CoClusteringParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        ModelInfo info = ModelInfo.of(new CoClusteringProvider(), parameters);
        Ratings ratings = Ratings.of(info.provider(), data);
        CoClusters clusters = new CoClusters(ratings, parameters, context.seed());
        return new EpochLoop(info.provider(), parameters.epochs())
                .run(ratings, context, () -> clusters.epoch(context.cancellation()), () -> clusters.model(info));
    }
}
