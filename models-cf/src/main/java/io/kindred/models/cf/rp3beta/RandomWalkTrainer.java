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
import java.util.Map;

/**
 * Computes the weights {@code w(i, j) = sum over users u who had both of (1 / n_i)^alpha (1 / n_u)^alpha / n_j^beta} one row
 * at a time and keeps the largest of each row; n is the number of interactions of an item or user. An interaction with i
 * adds {@code w(i, j)} to the score of j: the walk's first step, from the user to one of its items, is the sum over the
 * history. Every interaction is a positive, whatever its value; repeats count once. Ties go to the lower item index.
 */
final class RandomWalkTrainer implements Trainer {
    private static final int BLOCK_ROWS = 16;

    private final ModelInfo info;
    private final double alpha;
    private final double beta;
    private final int neighbours;

    RandomWalkTrainer(ModelInfo info, double alpha, double beta, int neighbours) {
        this.info = info;
        this.alpha = alpha;
        this.beta = beta;
        this.neighbours = neighbours;
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
        WalkWeights weights = WalkWeights.of(interactions, alpha, beta);
        TopK.Ranked[] rows = new TopK.Ranked[interactions.itemCount()];
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            threads.forEachBlock(
                    rows.length, BLOCK_ROWS, () -> new WalkRow(interactions, weights, neighbours), (row, from, to) -> {
                        for (int i = from; i < to; i++) {
                            rows[i] = row.heaviest(i);
                        }
                    });
        }
        return rows;
    }
}
