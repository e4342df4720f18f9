package io.kindred.models.cf.fpmc;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.SessionFactorsModel;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trains FPMC with baskets of one item by S-BPR: each transition meets one other item, drawn uniformly. Repeats count each
 * time. The same bits at any number of threads.
 */
final class FpmcTrainer implements Trainer {
    private final FpmcParameters parameters;
    private final float keep;

    FpmcTrainer(FpmcParameters parameters) {
        this.parameters = parameters;
        this.keep = (float) (1 - parameters.learningRate() * parameters.regularization());
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions();
        check(interactions);
        Transitions transitions = new Transitions(interactions);
        if (transitions.size() == 0) {
            throw new KindredException(
                    "fpmc cannot be trained: no user of the training data has two interactions, so nothing follows anything");
        }
        ChainFactors factors = new ChainFactors(
                interactions.userCount(), interactions.itemCount(), parameters.factors(), context.seed());
        UserHistories histories = UserHistories.of(interactions);
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            context.listener().onStart(parameters.epochs());
            for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
                double loss = epoch(epoch, transitions, factors, threads, context);
                if (!Double.isFinite(loss)) {
                    throw new KindredException("fpmc diverged in epoch " + epoch
                            + ": its vectors grow without bounds; lower learningRate or raise regularization");
                }
                EpochListener.Verdict verdict = context.listener()
                        .onEpoch(epoch, Map.of("loss", loss), () -> model(factors, interactions, histories));
                if (verdict == EpochListener.Verdict.STOP) {
                    break;
                }
            }
        }
        return model(factors, interactions, histories);
    }

    private void check(Interactions interactions) {
        if (interactions.size() == 0) {
            throw new KindredException("fpmc cannot be trained: the training data have no interactions");
        }
        if (interactions.timeKind() == TimeKind.NONE) {
            throw new KindredException("fpmc cannot be trained: the training data have neither timestamps nor an order,"
                    + " so nothing is known to follow anything; use bpr");
        }
        if (interactions.itemCount() < 2) {
            throw new KindredException(
                    "fpmc cannot be trained: the training data have one item, so there is nothing to rank it above");
        }
        SparseRows rows = interactions.byUser();
        for (int u = 0; parameters.valuesAsWeights() && u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                if (!(rows.value(p) >= 0)) {
                    throw new KindredException("fpmc: the interaction of user '"
                            + interactions.users().idOf(u) + "' with item '"
                            + interactions.items().idOf(rows.column(p)) + "' has the value " + rows.value(p)
                            + ", which cannot be a weight; weights must not be negative");
                }
            }
        }
    }

    /** Visits every transition once; returns the mean loss. */
    private double epoch(
            int epoch, Transitions transitions, ChainFactors factors, ParallelRows threads, TrainingContext context)
            throws InterruptedException {
        transitions.deal(context.seed(), epoch);
        int blocks = transitions.blocks();
        double[] losses = new double[blocks * blocks * blocks];
        for (int shift = 0; shift < blocks * blocks; shift++) {
            int before = shift / blocks;
            int after = shift % blocks;
            threads.forEachBlock(blocks, 1, () -> null, (nothing, from, to) -> {
                for (int b = from; b < to; b++) {
                    int afterBlock = (b + after) % blocks;
                    int cell = transitions.cell(b, (b + before) % blocks, afterBlock);
                    SplittableRandom random = Transitions.random(context.seed(), epoch, cell);
                    losses[cell] = walk(cell, afterBlock, transitions, factors, random, context);
                }
            });
        }
        context.cancellation().check();
        double loss = 0;
        for (double part : losses) {
            loss += part;
        }
        return loss / transitions.size();
    }

    /** Visits the transitions of a cell in random order and returns the sum of their losses; ends early when cancelled. */
    private double walk(
            int cell,
            int afterBlock,
            Transitions transitions,
            ChainFactors factors,
            SplittableRandom random,
            TrainingContext context) {
        int firstItem = transitions.firstItem(afterBlock);
        int itemCount = transitions.firstItem(afterBlock + 1) - firstItem;
        int[] dealt = transitions.dealt();
        int start = transitions.start(cell);
        double loss = 0;
        for (int left = transitions.end(cell); left > start; left--) {
            if ((left & 0x3FFF) == 0
                    && (context.cancellation().isCancelled()
                            || Thread.currentThread().isInterrupted())) {
                return loss;
            }
            int drawn = start + random.nextInt(left - start);
            int position = dealt[drawn];
            dealt[drawn] = dealt[left - 1];
            int item = transitions.after(position);
            // One draw among the block's other items: the last takes the place of the item itself.
            int other = transitions.itemAt(firstItem + random.nextInt(itemCount - 1));
            if (other == item) {
                other = transitions.itemAt(firstItem + itemCount - 1);
            }
            loss += visit(transitions, factors, position, item, other);
        }
        return loss;
    }

    private double visit(Transitions transitions, ChainFactors factors, int position, int item, int other) {
        int user = transitions.user(position);
        int from = transitions.before(position);
        float difference = factors.difference(user, from, item, other);
        // Both from one exponential that cannot overflow: 1 - sigmoid(x) and -ln sigmoid(x).
        double small = Math.exp(-Math.abs(difference));
        double miss = (difference > 0 ? small : 1) / (1 + small);
        double weight = parameters.valuesAsWeights() ? transitions.value(position) : 1;
        factors.step(user, from, item, other, (float) (parameters.learningRate() * weight * miss), keep);
        return Math.log(1 + small) + Math.max(0, -difference);
    }

    private TrainedModel model(ChainFactors factors, Interactions interactions, UserHistories histories) {
        SparseRows rows = interactions.byUser();
        boolean[] learnt = new boolean[rows.rowCount()];
        boolean[] leads = new boolean[rows.columnCount()];
        for (int u = 0; u < learnt.length; u++) {
            learnt[u] = rows.length(u) > 1;
            for (int p = rows.start(u); p < rows.end(u) - 1; p++) {
                leads[rows.column(p)] = true;
            }
        }
        FloatMatrix taste = factors.meanUser(learnt);
        FloatMatrix before = factors.beforeMatrix(leads);
        return new SessionFactorsModel(
                ModelInfo.of(new FpmcProvider(), parameters),
                interactions.users(),
                interactions.items(),
                histories,
                userMatrix(factors, rows, learnt, taste, before),
                factors.afterMatrix(),
                before,
                taste);
    }

    /** [U, L of the last item]; of a user without a transition the mean taste, of one without a history nothing. */
    private FloatMatrix userMatrix(
            ChainFactors factors, SparseRows rows, boolean[] learnt, FloatMatrix taste, FloatMatrix before) {
        int d = parameters.factors();
        FloatMatrix matrix = FloatMatrix.zeros(learnt.length, 2 * d);
        for (int u = 0; u < learnt.length; u++) {
            if (rows.length(u) > 0) {
                if (learnt[u]) {
                    factors.copyUser(u, matrix.array(), u * 2 * d);
                } else {
                    System.arraycopy(taste.array(), 0, matrix.array(), u * 2 * d, d);
                }
                int last = rows.column(rows.end(u) - 1);
                System.arraycopy(before.array(), last * d, matrix.array(), (u * 2 + 1) * d, d);
            }
        }
        return matrix;
    }
}
