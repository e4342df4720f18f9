package io.kindred.models.cf.itemknn;

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
 * Finds the nearest neighbours of every item by a sparse product of the item-by-user matrix with its transpose, one row of
 * the product at a time: the items x items matrix never exists. Every interaction is a positive, whatever its value; repeats
 * count once. Neighbours are kept per recommended item, {@code score(u, i)} being the sum of {@code sim(i, j)} over those
 * history items j that are among the neighbours of i, so the model gets the transpose. Ties go to the lower item index.
 */
final class ItemKnnTrainer implements Trainer {
    private static final int BLOCK_ROWS = 16;

    private final ItemKnnParameters parameters;

    ItemKnnTrainer(ItemKnnParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException("item-knn cannot be trained: the training data have no interactions");
        }
        context.listener().onStart(1);
        TopK.Ranked[] neighbours = neighbours(interactions, context);
        ItemSimilarityModel model = new ItemSimilarityModel(
                ModelInfo.of(new ItemKnnProvider(), parameters),
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                NeighbourLists.transposed("item-knn", neighbours));
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    private TopK.Ranked[] neighbours(Interactions interactions, TrainingContext context) throws InterruptedException {
        TopK.Ranked[] neighbours = new TopK.Ranked[interactions.itemCount()];
        try (ParallelRows rows = new ParallelRows(context.threads(), context.cancellation())) {
            rows.forEachBlock(
                    neighbours.length,
                    BLOCK_ROWS,
                    () -> new NeighbourSearch(interactions, parameters),
                    (search, from, to) -> {
                        for (int i = from; i < to; i++) {
                            neighbours[i] = search.nearest(i);
                        }
                    });
        }
        return neighbours;
    }
}
