package io.kindred.models.cf.markov;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.TransitionModel;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Map;

/**
 * Estimates {@code P(j | i) = (c_ij + s p_j) / (c_i + s)}: c_ij is how often j follows i in a user's history, a successor n
 * places later counting {@code stepDecay^(n-1)}; c_i is the sum of a row; p_j is the share of all interactions that are with
 * j; s is the smoothing. Repeats of a pair count each time, and an item may follow itself. One row at a time, so that the
 * result is the same at any number of threads. Successors beyond those kept are spread by popularity.
 */
final class MarkovTrainer implements Trainer {
    private static final int BLOCK_ROWS = 64;

    private final MarkovParameters parameters;

    MarkovTrainer(MarkovParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions();
        check(interactions);
        context.listener().onStart(1);
        int items = interactions.itemCount();
        TopK.Ranked[] rows = new TopK.Ranked[items];
        FloatMatrix backoff = FloatMatrix.zeros(1, items);
        Occurrences occurrences = new Occurrences(interactions.byUser());
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            threads.forEachBlock(
                    items,
                    BLOCK_ROWS,
                    () -> new SuccessorRow(interactions.byUser(), occurrences, parameters),
                    (row, from, to) -> {
                        for (int i = from; i < to; i++) {
                            rows[i] = row.successors(i);
                            backoff.array()[i] = row.backoff();
                        }
                    });
        }
        requireTransitions(rows);
        TransitionModel model = new TransitionModel(
                ModelInfo.of(new MarkovProvider(), parameters),
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                NeighbourLists.rows("markov", rows),
                backoff,
                popularity(interactions),
                parameters.lookback(),
                parameters.lookbackDecay());
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    private void check(Interactions interactions) {
        if (interactions.size() == 0) {
            throw new KindredException("markov cannot be trained: the training data have no interactions");
        }
        if (interactions.timeKind() == TimeKind.NONE) {
            throw new KindredException(
                    "markov cannot be trained: the training data have neither timestamps nor an order,"
                            + " so nothing is known to follow anything; use item-knn");
        }
        if (parameters.valuesAsWeights()) {
            SparseRows rows = interactions.byUser();
            for (int u = 0; u < rows.rowCount(); u++) {
                for (int p = rows.start(u); p < rows.end(u); p++) {
                    if (!(rows.value(p) >= 0)) {
                        throw new KindredException("markov: the interaction of user '"
                                + interactions.users().idOf(u) + "' with item '"
                                + interactions.items().idOf(rows.column(p)) + "' has the value " + rows.value(p)
                                + ", which cannot be a weight; weights must not be negative");
                    }
                }
            }
        }
    }

    private static void requireTransitions(TopK.Ranked[] rows) {
        for (TopK.Ranked row : rows) {
            if (row.size() > 0) {
                return;
            }
        }
        throw new KindredException(
                "markov cannot be trained: no user of the training data has two interactions (with a weight above 0), so nothing"
                        + " follows anything");
    }

    private FloatMatrix popularity(Interactions interactions) {
        SparseRows rows = interactions.byUser();
        double[] counts = new double[interactions.itemCount()];
        double total = 0;
        for (int p = 0; p < rows.size(); p++) {
            double count = parameters.valuesAsWeights() ? rows.value(p) : 1;
            counts[rows.column(p)] += count;
            total += count;
        }
        FloatMatrix popularity = FloatMatrix.zeros(1, counts.length);
        for (int i = 0; i < counts.length; i++) {
            popularity.array()[i] = (float) (counts[i] / total);
        }
        return popularity;
    }
}
