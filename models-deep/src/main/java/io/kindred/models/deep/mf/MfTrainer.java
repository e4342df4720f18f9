package io.kindred.models.deep.mf;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.deep.engine.DeepTrainer;
import io.kindred.models.deep.engine.DeviceName;
import io.kindred.models.deep.engine.EngineClassPath;
import io.kindred.models.deep.engine.Run;
import io.kindred.models.deep.engine.RunKey;
import io.kindred.models.deep.engine.TrainingPlan;

/**
 * Trains {@link MfNetwork} and takes its embeddings out as factors. Repeats of a pair count once; values are not looked at.
 * This class names no type of the engine, so that it can be made, and can explain itself, where there is none.
 */
final class MfTrainer implements Trainer {
    /** Numbers a step must touch for each further thread to pay: below, the threads mostly wait for each other. */
    private static final long WORK_PER_THREAD = 1_000_000;

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
        TrainingPlan plan = TrainingPlan.adam(parameters.epochs(), parameters.learningRate());
        try (Run run = new Run(plan, device, threads(context.threads()), context)) {
            MfNetwork network = new MfNetwork(parameters, interactions, run);
            return DeepTrainer.train(
                    run, network, RunKey.of(MfProvider.NAME, parameters, interactions, context), context);
        }
    }

    private int threads(int limit) {
        long vectors = (long) parameters.batchSize() * (2 + parameters.negatives());
        return Math.clamp(vectors * parameters.factors() / WORK_PER_THREAD, 1, limit);
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
}
