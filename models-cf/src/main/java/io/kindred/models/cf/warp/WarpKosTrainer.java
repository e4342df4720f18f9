package io.kindred.models.cf.warp;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.pairwise.PairRule;
import io.kindred.models.cf.pairwise.PairwiseTraining;

/**
 * Trains WARP with the k-th order statistic loss. The items are cut into few blocks, because a visit can only draw from what
 * the user had of a block; so no more than {@value #BLOCKS} threads have work.
 */
final class WarpKosTrainer implements IncrementallyTrainable {
    private static final int BLOCKS = 4;

    private final WarpKosParameters parameters;

    WarpKosTrainer(WarpKosParameters parameters) {
        if (parameters.rank() > parameters.positives()) {
            throw new KindredException("rank is " + parameters.rank() + " but must be at most positives, which is "
                    + parameters.positives());
        }
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
                ModelInfo.of(new WarpKosProvider(), parameters),
                parameters.factors(),
                parameters.epochs(),
                parameters.valuesAsWeights(),
                BLOCKS);
    }

    private PairRule rule(Interactions interactions) {
        RankStep step = new RankStep(
                interactions.itemCount(),
                parameters.maxSampled(),
                parameters.learningRate(),
                parameters.regularization());
        return new KosRule(step, parameters.positives(), parameters.rank());
    }
}
