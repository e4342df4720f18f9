package io.kindred.models.deep.mf;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FoldInFactorsModel;
import io.kindred.models.deep.engine.DeviceName;
import io.kindred.models.deep.engine.EngineClassPath;
import java.util.Map;

/**
 * Trains {@link MfNetwork} and takes its embeddings out as factors. Repeats of a pair count once; values are not looked at.
 * This class names no type of the engine, so that it can be made, and can explain itself, where there is none.
 */
final class MfTrainer implements Trainer {
    private final MfParameters parameters;

    MfTrainer(MfParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        check(interactions);
        DeviceName device = DeviceName.parse(context.device());
        context.cancellation().check();
        EngineClassPath.require(MfProvider.NAME);
        UserHistories histories = UserHistories.of(interactions);
        try (MfNetwork network = new MfNetwork(parameters, interactions, device, context)) {
            context.listener().onStart(parameters.epochs());
            for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
                double loss = network.epoch(context.cancellation());
                EpochListener.Verdict verdict = context.listener()
                        .onEpoch(epoch, Map.of("loss", loss), () -> model(network, interactions, histories));
                if (verdict == EpochListener.Verdict.STOP) {
                    break;
                }
            }
            return model(network, interactions, histories);
        }
    }

    private void check(Interactions interactions) {
        if (interactions.size() == 0) {
            throw new KindredException("mf cannot be trained: the training data have no interactions");
        }
        if (interactions.size() == (long) interactions.itemCount() * usersWithHistory(interactions)) {
            throw new KindredException("mf cannot be trained: every user of the training data had every one of the "
                    + interactions.itemCount() + " items, so there is nothing to rank them above");
        }
        long rows = Math.max(interactions.userCount(), interactions.itemCount());
        if (rows * parameters.factors() > Integer.MAX_VALUE - 8) {
            throw new KindredException("mf: " + rows + " vectors of " + parameters.factors()
                    + " factors exceed what one matrix holds; set factors to at most "
                    + Math.max(1, (Integer.MAX_VALUE - 8) / rows));
        }
        if ((long) parameters.batchSize() * (1 + parameters.negatives()) > Integer.MAX_VALUE - 8) {
            throw new KindredException("mf: batchSize " + parameters.batchSize() + " with " + parameters.negatives()
                    + " negatives exceeds what one batch holds");
        }
    }

    private static int usersWithHistory(Interactions interactions) {
        int users = 0;
        for (int u = 0; u < interactions.userCount(); u++) {
            if (interactions.byUser().length(u) > 0) {
                users++;
            }
        }
        return users;
    }

    private TrainedModel model(MfNetwork network, Interactions interactions, UserHistories histories) {
        return FoldInFactorsModel.leastSquares(
                ModelInfo.of(new MfProvider(), parameters),
                interactions.users(),
                interactions.items(),
                histories,
                network.userFactors(),
                network.itemFactors());
    }
}
