package io.kindred.models.cf.pairwise;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.scorer.FoldInFactorsModel;
import io.kindred.models.cf.incremental.GrownInteractions;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Map;
import java.util.function.Function;

/**
 * A training run by gradient descent on pairs, the same bits at any number of threads. The step size falls linearly over the
 * epochs, towards 0 after the last one. Repeats of a pair count once.
 *
 * @param info of the model to be
 * @param factors embedding size; the model has one more column, for the items' bias
 * @param epochs visits to every positive
 * @param valuesAsWeights whether a positive counts by its value in units of the mean value, at most 10; otherwise values are
 *     not looked at
 * @param mostBlocks into how many blocks items may be cut at most; so many threads have work, and so many parts a user's
 *     positives fall into
 */
public record PairwiseTraining(ModelInfo info, int factors, int epochs, boolean valuesAsWeights, int mostBlocks) {
    /** No limit to {@code mostBlocks}. */
    public static final int ANY_BLOCKS = Integer.MAX_VALUE;

    /** The share of the epochs that an update of a trained model takes. */
    private static final double UPDATE_SHARE = 0.3;

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
        return descend(interactions, vectors, epochs, context, rules);
    }

    /**
     * Goes on from a trained model: its vectors are where the descent starts, users and items added since start at random
     * ones, and old and new positives are visited 0.3 times as often as in training. Where values are weights, an old
     * positive, whose value the model does not know, counts like an average new one. Without anything new the vectors stay what they are.
     *
     * @param base a model of the same provider with as many factors
     * @param delta what was added, over vocabularies that begin with the model's
     * @throws KindredException as {@link #run}, or if the base is another kind of model or the vocabularies do not fit
     */
    public TrainedModel update(
            Recommender base, TrainingData delta, TrainingContext context, Function<Interactions, PairRule> rules)
            throws InterruptedException {
        FactorsModel start = start(base);
        Interactions interactions = GrownInteractions.of(base, delta.interactions(), meanValue(delta.interactions()));
        if (interactions.size() == base.histories().size()
                && interactions.userCount() == base.users().size()
                && interactions.itemCount() == base.items().size()) {
            return FoldInFactorsModel.leastSquares(
                    info, base.users(), base.items(), base.histories(), start.userFactors(), start.itemVectors());
        }
        check(interactions);
        PairFactors vectors = new PairFactors(info.provider(), interactions, factors, context.seed());
        vectors.startFrom(start);
        return descend(interactions, vectors, (int) Math.ceil(epochs * UPDATE_SHARE), context, rules);
    }

    private FactorsModel start(Recommender base) {
        if (!base.info().provider().equals(info.provider()) || !(base instanceof FactorsModel model)) {
            throw new KindredException(info.provider() + " cannot go on from a model of '"
                    + base.info().provider() + "'; give a model trained by " + info.provider());
        }
        if (model.itemVectors().columns() != factors + 1) {
            throw new KindredException(info.provider() + " with " + factors + " factors cannot go on from a model with "
                    + (model.itemVectors().columns() - 1) + "; set the same number of factors or train anew");
        }
        return model;
    }

    private float meanValue(Interactions interactions) {
        if (!valuesAsWeights || !interactions.hasValues()) {
            return 1f;
        }
        double sum = 0;
        for (int p = 0; p < interactions.size(); p++) {
            sum += interactions.byUser().value(p);
        }
        return (float) Math.max(0, sum / interactions.size());
    }

    private TrainedModel descend(
            Interactions interactions,
            PairFactors vectors,
            int epochs,
            TrainingContext context,
            Function<Interactions, PairRule> rules)
            throws InterruptedException {
        UserHistories histories = UserHistories.of(interactions);
        float[] weights = valuesAsWeights ? PairWeights.of(info.provider(), interactions) : null;
        Strata strata =
                new Strata(interactions.byUser(), PairKernels.padded(factors) * Float.BYTES, weights, mostBlocks);
        PairRule rule = rules.apply(interactions);
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            context.listener().onStart(epochs);
            for (int epoch = 1; epoch <= epochs; epoch++) {
                float rate = (float) (epochs - epoch + 1) / epochs;
                double loss = epoch(epoch, rate, strata, vectors, rule, threads, context);
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
            int epoch,
            float rate,
            Strata strata,
            PairFactors vectors,
            PairRule rule,
            ParallelRows threads,
            TrainingContext context)
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
                            walk.walk(cell, vectors, context.seed(), epoch, rate);
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
