package io.kindred.models.cf.pairwise;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FoldInFactorsModel;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Map;
import java.util.function.Function;

/**
 * A training run by gradient descent on pairs, the same bits at any number of threads. Repeats of a pair count once; values are
 * not looked at.
 *
 * @param info of the model to be
 * @param factors embedding size; the model has one more column, for the items' bias
 * @param epochs visits to every positive
 */
public record PairwiseTraining(ModelInfo info, int factors, int epochs) {
    /**
     * Trains a model.
     *
     * @param rules makes the rule for the interactions without repeats
     * @throws KindredException if there is nothing to be learnt from the data, or the vectors grow without bounds
     * @throws InterruptedException if the run was cancelled
     */
    public TrainedModel run(TrainingData data, TrainingContext context, Function<Interactions, PairRule> rules)
            throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        check(interactions);
        PairFactors vectors = new PairFactors(info.provider(), interactions, factors, context.seed());
        UserHistories histories = UserHistories.of(interactions);
        Strata strata = new Strata(interactions.byUser(), PairKernels.padded(factors) * Float.BYTES);
        PairRule rule = rules.apply(interactions);
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            context.listener().onStart(epochs);
            for (int epoch = 1; epoch <= epochs; epoch++) {
                double loss = epoch(epoch, strata, vectors, rule, threads, context);
                if (!Double.isFinite(loss) || vectors.diverged()) {
                    throw new KindredException(info.provider() + " diverged in epoch " + epoch
                            + ": its vectors grow without bounds; lower learningRate or regularization");
                }
                EpochListener.Verdict verdict = context.listener()
                        .onEpoch(epoch, Map.of("loss", loss), () -> model(vectors, interactions, histories));
                if (verdict == EpochListener.Verdict.STOP) {
                    break;
                }
            }
        }
        return model(vectors, interactions, histories);
    }

    private void check(Interactions interactions) {
        if (interactions.size() == 0) {
            throw new KindredException(info.provider() + " cannot be trained: the training data have no interactions");
        }
        int users = 0;
        for (int u = 0; u < interactions.userCount(); u++) {
            users += interactions.byUser().length(u) > 0 ? 1 : 0;
        }
        if (interactions.size() == (long) interactions.itemCount() * users) {
            throw new KindredException(info.provider()
                    + " cannot be trained: every user of the training data had every one of the "
                    + interactions.itemCount() + " items, so there is nothing to rank them above");
        }
    }

    /** Visits every positive once; returns the mean loss of the visits. */
    private static double epoch(
            int epoch, Strata strata, PairFactors vectors, PairRule rule, ParallelRows threads, TrainingContext context)
            throws InterruptedException {
        strata.deal(context.seed(), epoch, threads);
        int blocks = strata.blocks();
        int largest = strata.largestCell();
        double[] losses = new double[blocks * blocks];
        long[] visits = new long[blocks * blocks];
        for (int d = 0; d < blocks; d++) {
            int diagonal = d;
            threads.forEachBlock(
                    blocks, 1, () -> new CellWalk(strata, rule, context.cancellation(), largest), (walk, from, to) -> {
                        for (int b = from; b < to; b++) {
                            int cell = strata.cell(b, diagonal);
                            walk.walk(cell, vectors, context.seed(), epoch);
                            losses[cell] = walk.loss();
                            visits[cell] = walk.visits();
                        }
                    });
        }
        context.cancellation().check();
        double loss = 0;
        long count = 0;
        for (int c = 0; c < losses.length; c++) {
            loss += losses[c];
            count += visits[c];
        }
        return loss / Math.max(1, count);
    }

    private TrainedModel model(PairFactors vectors, Interactions interactions, UserHistories histories) {
        return FoldInFactorsModel.leastSquares(
                info,
                interactions.users(),
                interactions.items(),
                histories,
                vectors.userMatrix(),
                vectors.itemMatrix());
    }
}
