package io.kindred.models.cf.rp3beta;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.TopK;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.parallel.ParallelRows;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Map;

/**
 * Computes the weights {@code w(i, j) = sum over users u who had both of p(i, u)^alpha p(u, j)^alpha / s_j^beta} one row at a
 * time and keeps the largest of each row. {@code p(i, u)} is the weight of the pair over the sum of the item's weights,
 * {@code p(u, j)} likewise over the sum of the user's, and {@code s_j} the sum of the item's; where values are no weights
 * every pair weighs 1, so that {@code p(i, u) = 1 / n_i}. An interaction with i adds {@code w(i, j)} to the score of j: the
 * walk's first step, from the user to one of its items, is the sum over the history. Of repeats the last one counts. Ties go
 * to the lower item index.
 */
final class RandomWalkTrainer implements Trainer {
    private static final int BLOCK_ROWS = 16;

    private final ModelInfo info;
    private final Rp3BetaParameters parameters;

    RandomWalkTrainer(ModelInfo info, Rp3BetaParameters parameters) {
        this.info = info;
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException(info.provider() + " cannot be trained: the training data have no interactions");
        }
        context.listener().onStart(1);
        ItemSimilarityModel model = new ItemSimilarityModel(
                info,
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                NeighbourLists.rows(info.provider(), walks(interactions, context)));
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    private TopK.Ranked[] walks(Interactions interactions, TrainingContext context) throws InterruptedException {
        boolean weighted = PairWeights.matter(info.provider(), parameters.valuesAsWeights(), interactions);
        WalkWeights weights = WalkWeights.of(interactions, weighted, parameters.alpha(), parameters.beta());
        TopK.Ranked[] rows = new TopK.Ranked[interactions.itemCount()];
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            threads.forEachBlock(
                    rows.length,
                    BLOCK_ROWS,
                    () -> new WalkRow(interactions, weights, parameters.neighbours()),
                    (row, from, to) -> {
                        for (int i = from; i < to; i++) {
                            rows[i] = row.heaviest(i);
                        }
                    });
        }
        return rows;
    }
}
