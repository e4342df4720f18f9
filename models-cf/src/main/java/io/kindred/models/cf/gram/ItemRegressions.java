package io.kindred.models.cf.gram;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.TopK;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.parallel.ParallelRows;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Map;
import java.util.function.Function;

/**
 * Trains models that predict each item from a few others, item by item: the items are independent of one another, so threads
 * share them and any number of threads gives the same bits.
 *
 * @param info of the model
 * @param valuesAsWeights whether interaction values are the entries of X
 * @param limit how many items predict one item at most
 * @param keepsAll whether all of those are kept, so that it is known what the lists take; otherwise most weights are zero
 */
public record ItemRegressions(ModelInfo info, boolean valuesAsWeights, int limit, boolean keepsAll) {
    /** Finds what other items add to the score of one. Belongs to one thread. */
    @FunctionalInterface
    public interface Solver {
        /** The other items and their weights, in any order. */
        TopK.Ranked weights(int item);
    }

    /**
     * Trains.
     *
     * @param solvers makes the solver of one thread
     * @throws KindredException if there are no interactions, a weight is negative or the lists do not fit the heap
     */
    public TrainedModel train(TrainingData data, TrainingContext context, Function<SparseGram, Solver> solvers)
            throws InterruptedException {
        String name = info.provider();
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException(name + " cannot be trained: the training data have no interactions");
        }
        boolean weighted = PairWeights.matter(name, valuesAsWeights, interactions);
        long needed = needed(interactions, context.threads());
        long available = Heap.available();
        Heap.check(name, interactions.itemCount(), needed, available, "or keep fewer items for each");
        context.listener().onStart(1);
        TopK.Ranked[] lists = new TopK.Ranked[interactions.itemCount()];
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            // Half of what is left, so that the collector need not work hard.
            SparseGram gram = SparseGram.of(interactions, weighted, (available - needed) / 2, threads);
            threads.forEachBlock(lists.length, 1, () -> solvers.apply(gram), (solver, from, to) -> {
                lists[from] = solver.weights(from);
            });
        }
        ItemSimilarityModel model = new ItemSimilarityModel(
                info,
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                NeighbourLists.transposed(name, lists));
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    /** Bytes of the lists, twice while they are transposed, and of every thread's matrices and accumulators. */
    private long needed(Interactions interactions, int threads) {
        SparseRows byUser = interactions.byUser();
        SparseRows byItem = interactions.byItem();
        int items = interactions.itemCount();
        long entries = 0;
        long widest = 0;
        for (int i = 0; i < items; i++) {
            long met = 0;
            for (int p = byItem.start(i); p < byItem.end(i); p++) {
                met += byUser.length(byItem.column(p)) - 1;
            }
            long chosen = Math.min(Math.min(limit, items - 1), met);
            entries += chosen;
            widest = Math.max(widest, chosen);
        }
        long lists = keepsAll ? 2 * entries * (Integer.BYTES + Float.BYTES) : 0;
        long scratch = widest * widest * Double.BYTES + (long) items * (Double.BYTES + 2 * Integer.BYTES);
        return lists + threads * scratch;
    }
}
