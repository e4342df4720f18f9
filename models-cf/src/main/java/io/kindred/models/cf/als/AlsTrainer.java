package io.kindred.models.cf.als;

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
import io.kindred.core.scorer.ImplicitFactorsModel;
import io.kindred.core.scorer.ImplicitFoldIn;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Trains implicit ALS. An epoch solves all users and then all items; after the last one the users are solved once more, so
 * that a known user's vector is what fold-in computes from the same history. Repeats of a pair count once (the last one).
 */
final class AlsTrainer implements Trainer {
    private final AlsParameters parameters;

    AlsTrainer(AlsParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        check(interactions);
        boolean weighted = parameters.valuesAsWeights() && interactions.hasValues();
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            Factorization state = new Factorization(interactions, parameters, weighted, threads);
            UserHistories histories = UserHistories.of(interactions);
            state.initialise(context.seed());
            context.listener().onStart(parameters.epochs());
            for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
                state.epoch();
                if (report(epoch, state, interactions, histories, context) == EpochListener.Verdict.STOP) {
                    break;
                }
            }
            state.solveUsers(state.users());
            return model(state, state.users(), state.items(), interactions, histories);
        }
    }

    private void check(Interactions interactions) {
        if (interactions.size() == 0) {
            throw new KindredException("als cannot be trained: the training data have no interactions");
        }
        if (!parameters.valuesAsWeights()) {
            return;
        }
        SparseRows rows = interactions.byUser();
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                if (rows.value(p) < 0) {
                    throw new KindredException("als with valuesAsWeights needs values of at least 0, but user '"
                            + interactions.users().idOf(u) + "' has item '"
                            + interactions.items().idOf(rows.column(p)) + "' with the value " + rows.value(p)
                            + "; filter such rows out or set valuesAsWeights=false");
                }
            }
        }
    }

    private EpochListener.Verdict report(
            int epoch, Factorization state, Interactions interactions, UserHistories histories, TrainingContext context)
            throws InterruptedException {
        if (context.listener() == EpochListener.NONE) {
            return EpochListener.Verdict.CONTINUE;
        }
        try {
            return context.listener()
                    .onEpoch(epoch, Map.of("loss", state.loss()), () -> snapshot(state, interactions, histories));
        } catch (CancellationException e) {
            throw interrupted(e);
        }
    }

    private TrainedModel snapshot(Factorization state, Interactions interactions, UserHistories histories) {
        try {
            FactorTable users = state.users().copy();
            state.solveUsers(users);
            return model(state, users, state.items().copy(), interactions, histories);
        } catch (InterruptedException e) {
            // The listener's supplier cannot throw it; report() turns it back.
            CancellationException cancelled = new CancellationException("training was cancelled");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private static InterruptedException interrupted(CancellationException e) {
        InterruptedException interrupted = new InterruptedException("training was cancelled");
        interrupted.initCause(e);
        return interrupted;
    }

    private TrainedModel model(
            Factorization state,
            FactorTable users,
            FactorTable items,
            Interactions interactions,
            UserHistories histories)
            throws InterruptedException {
        return new ImplicitFactorsModel(
                ModelInfo.of(new AlsProvider(), parameters),
                interactions.users(),
                interactions.items(),
                histories,
                users.toMatrix(),
                items.toMatrix(),
                new ImplicitFoldIn(
                        state.itemGram().toMatrix(),
                        parameters.alpha(),
                        parameters.regularization(),
                        parameters.unobservedWeight(),
                        parameters.frequencyExponent()));
    }
}
