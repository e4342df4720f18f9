package io.kindred.models.cf.eals;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ImplicitFactorsModel;
import io.kindred.core.scorer.ImplicitFoldIn;
import io.kindred.models.cf.parallel.ParallelRows;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Trains eALS. An epoch sweeps all users and then all items. At the end the users are swept a few times more, so that a known
 * user's vector is close to what fold-in computes from the same history. Repeats of a pair count once (the last one).
 */
final class EalsTrainer implements Trainer {
    private static final int LAST_SWEEPS = 3;

    private final EalsParameters parameters;

    EalsTrainer(EalsParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        check(interactions);
        boolean weighted = PairWeights.matter("eals", parameters.valuesAsWeights(), interactions);
        UserHistories histories = UserHistories.of(interactions);
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            ElementwiseFactorization state = new ElementwiseFactorization(interactions, parameters, weighted, threads);
            state.initialise(context.seed());
            context.listener().onStart(parameters.epochs());
            for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
                state.epoch();
                if (report(epoch, state, interactions, histories, context) == EpochListener.Verdict.STOP) {
                    break;
                }
            }
            for (int sweep = 0; sweep < LAST_SWEEPS; sweep++) {
                state.sweepUsers();
            }
            return model(state, state.users().vectors(), state.items().vectors(), interactions, histories);
        }
    }

    private static void check(Interactions interactions) {
        if (interactions.size() == 0) {
            throw new KindredException("eals cannot be trained: the training data have no interactions");
        }
    }

    private EpochListener.Verdict report(
            int epoch,
            ElementwiseFactorization state,
            Interactions interactions,
            UserHistories histories,
            TrainingContext context)
            throws InterruptedException {
        if (context.listener() == EpochListener.NONE) {
            return EpochListener.Verdict.CONTINUE;
        }
        try {
            return context.listener().onEpoch(epoch, Map.of("loss", state.loss()), () -> {
                try {
                    return model(
                            state,
                            copy(state.users().vectors()),
                            copy(state.items().vectors()),
                            interactions,
                            histories);
                } catch (InterruptedException e) {
                    // A supplier cannot throw it; the code below turns it back.
                    CancellationException cancelled = new CancellationException("training was cancelled");
                    cancelled.initCause(e);
                    throw cancelled;
                }
            });
        } catch (CancellationException e) {
            InterruptedException interrupted = new InterruptedException("training was cancelled");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private static FloatMatrix copy(FloatMatrix matrix) {
        return FloatMatrix.of(matrix.array().clone(), matrix.rows(), matrix.columns());
    }

    private TrainedModel model(
            ElementwiseFactorization state,
            FloatMatrix users,
            FloatMatrix items,
            Interactions interactions,
            UserHistories histories)
            throws InterruptedException {
        float[] missing = state.items().missing();
        return new ImplicitFactorsModel(
                ModelInfo.of(new EalsProvider(), parameters),
                interactions.users(),
                interactions.items(),
                histories,
                users,
                items,
                new ImplicitFoldIn(
                        state.itemGram(),
                        1,
                        parameters.regularization(),
                        parameters.unobservedWeight(),
                        parameters.frequencyExponent(),
                        FloatMatrix.of(missing, 1, missing.length)));
    }
}
