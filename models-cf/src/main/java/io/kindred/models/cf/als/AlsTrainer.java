package io.kindred.models.cf.als;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ImplicitFactorsModel;
import io.kindred.core.scorer.ImplicitFoldIn;
import io.kindred.models.cf.parallel.ParallelRows;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Trains implicit ALS. An epoch improves all users and then all items; after the last one the users are solved exactly once
 * more, so that a known user's vector is what fold-in computes from the same history. Repeats of a pair count once (the last
 * one).
 *
 * <p>An update starts from the base's vectors and the merged histories, and takes a third of the epochs. The first half-epoch
 * places the new users among the known items, the second the new items among all users.
 */
final class AlsTrainer implements IncrementallyTrainable {
    /** An update starts near its goal. */
    private static final int UPDATE_SHARE = 3;

    private final AlsParameters parameters;

    AlsTrainer(AlsParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        check(interactions);
        boolean weighted = PairWeights.matter("als", parameters.valuesAsWeights(), interactions);
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            Factorization state = new Factorization(interactions, parameters, weighted, threads);
            state.initialise(context.seed());
            return run(parameters.epochs(), state, interactions, UserHistories.of(interactions), context);
        }
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        IncrementallyTrainable.requireExtension(ModelInfo.of(new AlsProvider(), parameters), base, delta);
        if (parameters.valuesAsWeights()) {
            throw new KindredException(
                    "als with valuesAsWeights cannot update a model: it keeps who had what, but not the"
                            + " weights; train it anew with all data, or without valuesAsWeights");
        }
        ImplicitFactorsModel known = (ImplicitFactorsModel) base;
        UserHistories histories = known.histories().extendedBy(delta.interactions());
        Interactions merged = interactions(histories, delta.interactions());
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            Factorization state = new Factorization(merged, parameters, false, threads);
            state.startFrom(known.userFactors(), known.itemVectors());
            if (delta.interactions().size() == 0) {
                return model(state, state.users(), state.items(), merged, histories);
            }
            return run(Math.ceilDiv(parameters.epochs(), UPDATE_SHARE), state, merged, histories, context);
        }
    }

    private static Interactions interactions(UserHistories histories, Interactions vocabularies) {
        Interactions.Builder builder = Interactions.builder(vocabularies.users(), vocabularies.items(), TimeKind.NONE);
        for (int u = 0; u < histories.userCount(); u++) {
            for (int item : histories.of(u)) {
                builder.add(u, item, 1f, 0);
            }
        }
        return builder.build();
    }

    private TrainedModel run(
            int epochs,
            Factorization state,
            Interactions interactions,
            UserHistories histories,
            TrainingContext context)
            throws InterruptedException {
        context.listener().onStart(epochs);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            state.epoch();
            if (report(epoch, state, interactions, histories, context) == EpochListener.Verdict.STOP) {
                break;
            }
        }
        state.solveUsers(state.users());
        return model(state, state.users(), state.items(), interactions, histories);
    }

    private static void check(Interactions interactions) {
        if (interactions.size() == 0) {
            throw new KindredException("als cannot be trained: the training data have no interactions");
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
