package io.kindred.models.cf.ease;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.models.cf.gram.GramRows;
import io.kindred.models.cf.gram.Heap;
import io.kindred.models.cf.gram.TiledInverse;
import io.kindred.models.cf.gram.TriangleOfTiles;
import io.kindred.models.cf.parallel.ParallelRows;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Map;

/**
 * Minimises {@code |X - XB|^2 + regularization * |B|^2} over B with a zero diagonal, whose solution is
 * {@code B(j, i) = -P(j, i) / P(i, i)} with {@code P = (X'X + regularization * I)^-1}. X holds a 1 for every pair, or
 * its value where values are weights; of repeats the last one counts.
 */
final class EaseTrainer implements Trainer {
    private final EaseParameters parameters;

    EaseTrainer(EaseParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException("ease cannot be trained: the training data have no interactions");
        }
        boolean weighted = PairWeights.matter("ease", parameters.valuesAsWeights(), interactions);
        EaseMemory.check(interactions.itemCount(), parameters.neighbours(), Heap.available());
        context.listener().onStart(1);
        ItemSimilarityModel model = new ItemSimilarityModel(
                ModelInfo.of(new EaseProvider(), parameters),
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                weights(interactions, weighted, context));
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    private SparseMatrix weights(Interactions interactions, boolean weighted, TrainingContext context)
            throws InterruptedException {
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            TriangleOfTiles matrix = GramRows.matrix(interactions, weighted, parameters.regularization(), threads);
            new TiledInverse("ease", threads).invert(matrix);
            EaseWeights weights = new EaseWeights(matrix, threads);
            return parameters.neighbours() == 0 ? weights.all() : weights.largest(parameters.neighbours());
        }
    }
}
