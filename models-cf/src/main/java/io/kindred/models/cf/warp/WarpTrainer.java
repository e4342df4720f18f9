package io.kindred.models.cf.warp;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.pairwise.PairRule;
import io.kindred.models.cf.pairwise.PairwiseTraining;

/** Trains WARP: each positive meets the first drawn negative that is ranked too high, if one is found. */
final class WarpTrainer implements IncrementallyTrainable {
    private final WarpParameters parameters;

    WarpTrainer(WarpParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        return training().run(data, context, this::rule);
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        return training().update(base, delta, context, this::rule);
    }

    private PairwiseTraining training() {
        return new PairwiseTraining(
                ModelInfo.of(new WarpProvider(), parameters),
                parameters.factors(),
                parameters.epochs(),
                parameters.valuesAsWeights(),
                PairwiseTraining.ANY_BLOCKS);
    }

    private PairRule rule(Interactions interactions) {
        RankStep step = new RankStep(
                interactions.itemCount(),
                parameters.maxSampled(),
                parameters.learningRate(),
                parameters.regularization());
        return (walk, factors, position, user, item) -> step.take(walk, factors, position, user, item, walk.weight());
    }
}
