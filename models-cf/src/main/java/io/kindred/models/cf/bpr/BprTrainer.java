package io.kindred.models.cf.bpr;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.pairwise.CellWalk;
import io.kindred.models.cf.pairwise.PairFactors;
import io.kindred.models.cf.pairwise.PairwiseTraining;

/** Trains BPR: each positive meets one negative, drawn uniformly from what the user did not have. */
final class BprTrainer implements IncrementallyTrainable {
    private final BprParameters parameters;
    private final float learningRate;
    private final float regularization;

    BprTrainer(BprParameters parameters) {
        this.parameters = parameters;
        this.learningRate = (float) parameters.learningRate();
        this.regularization = (float) parameters.regularization();
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        return training().run(data, context, interactions -> this::visit);
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        return training().update(base, delta, context, interactions -> this::visit);
    }

    private PairwiseTraining training() {
        return new PairwiseTraining(
                ModelInfo.of(new BprProvider(), parameters),
                parameters.factors(),
                parameters.epochs(),
                parameters.valuesAsWeights(),
                PairwiseTraining.ANY_BLOCKS);
    }

    private void visit(CellWalk walk, PairFactors factors, int position, int user, int item) {
        int negative = walk.negative(position);
        if (negative < 0) {
            return;
        }
        float difference = factors.difference(user, item, negative);
        // Both from one exponential that cannot overflow: 1 - sigmoid(x) and -ln sigmoid(x).
        double small = Math.exp(-Math.abs(difference));
        double miss = (difference > 0 ? small : 1) / (1 + small);
        walk.addLoss(walk.weight() * (Math.log(1 + small) + Math.max(0, -difference)));
        float rate = learningRate * walk.rate();
        factors.step(user, item, negative, (float) (rate * walk.weight() * miss), 1 - rate * regularization);
    }
}
