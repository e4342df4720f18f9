package io.kindred.models.cf.tifuknn;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.UserSimilarityModel;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.parallel.ParallelRows;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Arrays;
import java.util.Map;

/**
 * Computes {@code alpha * P_u + (1 - alpha) * mean of P_v over the nearest users v}, P being the users' decayed item frequencies
 * and near meaning Euclidean distance. Repeats count; a user is no neighbour of their own.
 */
final class TifuKnnTrainer implements Trainer {
    private static final int BLOCK_ROWS = 16;

    private final TifuKnnParameters parameters;

    TifuKnnTrainer(TifuKnnParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions();
        if (interactions.size() == 0) {
            throw new KindredException("tifu-knn cannot be trained: the training data have no interactions");
        }
        if (interactions.timeKind() == TimeKind.NONE) {
            throw new KindredException("tifu-knn cannot be trained: the training data have neither timestamps nor an"
                    + " order, so no basket is known to be later than another; use user-knn");
        }
        boolean values = PairWeights.matter("tifu-knn", parameters.valuesAsWeights(), interactions);
        context.listener().onStart(1);
        BasketWeights weights =
                new BasketWeights(parameters.groups(), parameters.withinDecay(), parameters.groupDecay());
        SparseMatrix profiles = new ItemFrequencies(interactions, weights, values).build();
        UserSimilarityModel model = new UserSimilarityModel(
                ModelInfo.of(new TifuKnnProvider(), parameters),
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                NeighbourLists.ranked("tifu-knn", neighbours(profiles, context)),
                profiles,
                parameters.alpha());
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    /** The nearest users of everybody with a profile, all with the same weight. */
    private TopK.Ranked[] neighbours(SparseMatrix profiles, TrainingContext context) throws InterruptedException {
        TopK.Ranked[] found = new TopK.Ranked[profiles.rows()];
        Arrays.fill(found, new TopK.Ranked(new int[0], new float[0]));
        if (parameters.alpha() == 1) {
            return found;
        }
        SparseMatrix byItem = profiles.transposed();
        double[] squares = squares(profiles);
        int[] shortestFirst = shortestFirst(squares);
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            threads.forEachBlock(
                    profiles.rows(),
                    BLOCK_ROWS,
                    () -> new EuclideanSearch(profiles, byItem, squares, shortestFirst, parameters.neighbours()),
                    (search, from, to) -> {
                        for (int u = from; u < to; u++) {
                            if (squares[u] > 0) {
                                found[u] = alike(search.nearest(u));
                            }
                        }
                    });
        }
        return found;
    }

    private TopK.Ranked alike(TopK.Ranked nearest) {
        float[] weights = new float[nearest.size()];
        Arrays.fill(weights, (float) ((1 - parameters.alpha()) / Math.max(1, weights.length)));
        return new TopK.Ranked(nearest.indices(), weights);
    }

    private static double[] squares(SparseMatrix profiles) {
        double[] squares = new double[profiles.rows()];
        for (int u = 0; u < squares.length; u++) {
            for (int p = profiles.start(u); p < profiles.end(u); p++) {
                squares[u] += (double) profiles.value(p) * profiles.value(p);
            }
        }
        return squares;
    }

    /** Users with a profile by its length, then index. */
    private static int[] shortestFirst(double[] squares) {
        Integer[] order = new Integer[squares.length];
        int size = 0;
        for (int u = 0; u < squares.length; u++) {
            if (squares[u] > 0) {
                order[size++] = u;
            }
        }
        Arrays.sort(order, 0, size, (a, b) -> {
            int byLength = Double.compare(squares[a], squares[b]);
            return byLength != 0 ? byLength : Integer.compare(a, b);
        });
        int[] users = new int[size];
        for (int n = 0; n < size; n++) {
            users[n] = order[n];
        }
        return users;
    }
}
