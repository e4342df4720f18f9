package io.kindred.models.cf.warp;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.pairwise.CellWalk;
import io.kindred.models.cf.pairwise.PairFactors;
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
        return training().run(data, context, interactions -> rule(interactions.itemCount()));
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        return training().update(base, delta, context, interactions -> rule(interactions.itemCount()));
    }

    private PairwiseTraining training() {
        return new PairwiseTraining(
                ModelInfo.of(new WarpProvider(), parameters),
                parameters.factors(),
                parameters.epochs(),
                parameters.valuesAsWeights());
    }

    private PairRule rule(int items) {
        float[] weights = weights(items, parameters.maxSampled());
        float learningRate = (float) parameters.learningRate();
        float regularization = (float) parameters.regularization();
        return (walk, factors, position, user, item) -> visit(
                walk,
                factors,
                position,
                user,
                item,
                weights,
                learningRate * walk.rate(),
                1 - learningRate * walk.rate() * regularization);
    }

    private static void visit(
            CellWalk walk,
            PairFactors factors,
            int position,
            int user,
            int item,
            float[] weights,
            float learningRate,
            float keep) {
        float least = factors.score(user, item) - 1;
        for (float weight : weights) {
            int other = walk.anyItem();
            float violation = factors.score(user, other) - least;
            // Looking up whether it is a positive costs more than its score, and few come so far.
            if (violation > 0 && !walk.isPositive(position, other)) {
                float strength = weight * walk.weight();
                walk.addLoss(strength * violation);
                factors.step(user, item, other, learningRate * strength, keep);
                return;
            }
        }
        walk.addLoss(0);
    }

    /**
     * The weight of a violation found at the draw t = 1, 2, ...: the harmonic number of the rank {@code (items - 1) / t} that
     * the draw suggests, at least 1.
     */
    static float[] weights(int items, int draws) {
        float[] weights = new float[draws];
        double sum = 0;
        int rank = 0;
        for (int t = draws; t >= 1; t--) {
            int suggested = Math.max(1, (items - 1) / t);
            while (rank < suggested) {
                sum += 1.0 / ++rank;
            }
            weights[t - 1] = (float) sum;
        }
        return weights;
    }
}
