package io.kindred.models.cf.logisticmf;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FoldInFactorsModel;
import io.kindred.models.cf.pairwise.PairWeights;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Trains logistic matrix factorisation: by turns every user takes a step while the items stand still, and the other way
 * round, so the result does not depend on the number of threads. Both turns draw negatives from the same distribution of
 * pairs (users by their number of positives, items uniformly). Repeats of a pair count once (the last one).
 */
final class LogisticMfTrainer implements Trainer {
    /** More than this times the mean does not count. */
    static final float LARGEST_WEIGHT = PairWeights.LARGEST;

    private static final int BLOCK_ROWS = 32;

    private final LogisticMfParameters parameters;

    LogisticMfTrainer(LogisticMfParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException("logistic-mf cannot be trained: the training data have no interactions");
        }
        float meanValue = parameters.valuesAsWeights() && interactions.hasValues()
                ? (float) PairWeights.mean("logistic-mf", interactions)
                : 0f;
        SplittableRandom random = new SplittableRandom(context.seed());
        LogisticTable users = new LogisticTable(interactions.userCount(), parameters.factors(), true, random);
        LogisticTable items = new LogisticTable(interactions.itemCount(), parameters.factors(), false, random);
        UserHistories histories = UserHistories.of(interactions);
        var forUsers = new LogisticPass.Negatives(parameters.negatives(), 0, null);
        double perItem = (double) parameters.negatives() * interactions.size() / interactions.itemCount();
        var forItems = new LogisticPass.Negatives(0, perItem, usersOf(interactions.byUser()));
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            context.listener().onStart(parameters.epochs());
            for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
                double loss = turn(
                        () -> new LogisticPass(interactions.byUser(), users, items, forUsers, meanValue),
                        interactions.userCount(),
                        2 * epoch,
                        threads,
                        context);
                turn(
                        () -> new LogisticPass(interactions.byItem(), items, users, forItems, meanValue),
                        interactions.itemCount(),
                        2 * epoch + 1,
                        threads,
                        context);
                EpochListener.Verdict verdict = context.listener()
                        .onEpoch(
                                epoch,
                                Map.of("loss", loss / interactions.size()),
                                () -> model(users, items, interactions, histories));
                if (verdict == EpochListener.Verdict.STOP) {
                    break;
                }
            }
        }
        return model(users, items, interactions, histories);
    }

    /** Steps of all rows of one side; returns the sum of their losses. */
    private double turn(
            Supplier<LogisticPass> passes, int rows, int number, ParallelRows threads, TrainingContext context)
            throws InterruptedException {
        double[] losses = new double[Math.ceilDiv(rows, BLOCK_ROWS)];
        threads.forEachBlock(
                rows,
                BLOCK_ROWS,
                passes,
                (pass, from, to) -> losses[from / BLOCK_ROWS] =
                        pass.step(from, to, context.seed(), number, (float) parameters.learningRate(), (float)
                                parameters.regularization()));
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /** The user of every position. */
    private static int[] usersOf(SparseRows byUser) {
        int[] users = new int[byUser.size()];
        for (int u = 0; u < byUser.rowCount(); u++) {
            Arrays.fill(users, byUser.start(u), byUser.end(u), u);
        }
        return users;
    }

    private TrainedModel model(
            LogisticTable users, LogisticTable items, Interactions interactions, UserHistories histories) {
        boolean[] known = new boolean[interactions.userCount()];
        for (int u = 0; u < known.length; u++) {
            known[u] = interactions.byUser().length(u) > 0;
        }
        return FoldInFactorsModel.leastSquares(
                ModelInfo.of(new LogisticMfProvider(), parameters),
                interactions.users(),
                interactions.items(),
                histories,
                users.toMatrix(false, known),
                items.toMatrix(true, null));
    }
}
