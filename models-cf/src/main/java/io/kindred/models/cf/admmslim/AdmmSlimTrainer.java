package io.kindred.models.cf.admmslim;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.models.cf.gram.GramRows;
import io.kindred.models.cf.gram.Heap;
import io.kindred.models.cf.gram.TiledInverse;
import io.kindred.models.cf.gram.TriangleOfTiles;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.parallel.ParallelRows;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Map;

/**
 * Alternates between B, which fits the data, and C, which is sparse, non-negative and has the zero diagonal; C is the model.
 * Given {@code P = (X'X + (l2 + penalty) I)^-1} no column of either needs any other, so blocks of columns go through all
 * iterations one after the other: besides P nothing of the size items x items is held. X holds a 1 for every pair, or its
 * value where values are weights; of repeats the last one counts.
 */
final class AdmmSlimTrainer implements Trainer {
    private static final int SIDE = TriangleOfTiles.SIDE;

    private final AdmmSlimParameters parameters;

    AdmmSlimTrainer(AdmmSlimParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException("admm-slim cannot be trained: the training data have no interactions");
        }
        boolean weighted = PairWeights.matter("admm-slim", parameters.valuesAsWeights(), interactions);
        int items = interactions.itemCount();
        Heap.check("admm-slim", items, needed(items, context.threads()), Heap.available(), "or use slim");
        context.listener().onStart(1);
        ItemSimilarityModel model = new ItemSimilarityModel(
                ModelInfo.of(new AdmmSlimProvider(), parameters),
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                weights(interactions, weighted, context));
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    /**
     * The largest number of bytes in use at one time: two triangles, or one of them beside each thread's blocks and, though
     * few weights are not zero, lists of a tenth of them, which exist twice while they are transposed.
     */
    static long needed(int items, int threads) {
        long triangle = TriangleOfTiles.bytes(items);
        long lists = 2L * items * (items / 10) * (Integer.BYTES + Float.BYTES);
        return Math.max(2 * triangle, triangle + threads * ColumnBlock.bytes(items) + lists);
    }

    private SparseMatrix weights(Interactions interactions, boolean weighted, TrainingContext context)
            throws InterruptedException {
        int items = interactions.itemCount();
        TopK.Ranked[] lists = new TopK.Ranked[items];
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            TriangleOfTiles inverse =
                    GramRows.matrix(interactions, weighted, parameters.l2() + parameters.penalty(), threads);
            new TiledInverse("admm-slim", threads).invert(inverse);
            double[] diagonal = inverse.diagonal();
            threads.forEachBlock(
                    items,
                    SIDE,
                    () -> new ColumnBlock(parameters, inverse, diagonal, context.cancellation()),
                    (block, from, to) -> {
                        block.solve(from / SIDE);
                        for (int i = from; i < to; i++) {
                            lists[i] = block.weights(i);
                        }
                    });
        }
        return NeighbourLists.transposed("admm-slim", lists);
    }
}
