package io.kindred.models.cf.puresvd;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.scorer.FoldInFactorsModel;
import io.kindred.core.scorer.ProjectionFoldIn;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Map;

/**
 * Finds the right singular vectors V of the matrix X of zeros and ones; an item's vector is its row of V, a user's its row
 * of {@code X V}, so that {@code score = x V V'}. Every interaction is a positive, whatever its value; repeats count once.
 */
final class PureSvdTrainer implements Trainer {
    private final PureSvdParameters parameters;

    PureSvdTrainer(PureSvdParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException("pure-svd cannot be trained: the training data have no interactions");
        }
        context.listener().onStart(1);
        FactorsModel model = factorise(interactions, context);
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    private FactorsModel factorise(Interactions interactions, TrainingContext context) throws InterruptedException {
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            RandomizedSvd svd = new RandomizedSvd(interactions, parameters.factors(), threads);
            TallMatrix items = svd.rightVectors(parameters.powerIterations(), context.seed());
            TallMatrix users = new TallMatrix(interactions.userCount(), items.columns());
            items.multiplyBy(interactions.byUser(), users, threads);
            return new FoldInFactorsModel(
                    ModelInfo.of(new PureSvdProvider(), parameters),
                    interactions.users(),
                    interactions.items(),
                    UserHistories.of(interactions),
                    floats(users),
                    floats(items),
                    ProjectionFoldIn.sum(items.columns()));
        }
    }

    private static FloatMatrix floats(TallMatrix matrix) {
        FloatMatrix floats = FloatMatrix.zeros(matrix.rows(), matrix.columns());
        double[] values = matrix.values();
        for (int i = 0; i < values.length; i++) {
            floats.array()[i] = (float) values[i];
        }
        return floats;
    }
}
