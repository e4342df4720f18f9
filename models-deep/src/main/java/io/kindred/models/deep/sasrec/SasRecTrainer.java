package io.kindred.models.deep.sasrec;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.deep.engine.DeepTrainer;
import io.kindred.models.deep.engine.DeviceName;
import io.kindred.models.deep.engine.EngineClassPath;
import io.kindred.models.deep.engine.Optimizer;
import io.kindred.models.deep.engine.Run;
import io.kindred.models.deep.engine.RunKey;
import io.kindred.models.deep.engine.TrainingPlan;

/**
 * Trains {@link SasRecNetwork} on the sequences of users with at least two interactions; values are not looked at. This class
 * names no type of the engine.
 */
final class SasRecTrainer implements Trainer {
    /** Products a step must compute for each further thread to pay: below, the threads mostly wait for each other. */
    private static final long WORK_PER_THREAD = 20_000_000;

    private final SasRecParameters parameters;

    SasRecTrainer(SasRecParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions();
        check(interactions);
        DeviceName device = DeviceName.parse(context.device());
        context.cancellation().check();
        EngineClassPath.require(SasRecProvider.NAME);
        TrainingPlan plan = TrainingPlan.adam(parameters.epochs(), parameters.learningRate())
                .withOptimizer(Optimizer.Adam.DEFAULT.withWeightDecay((float) parameters.weightDecay()));
        try (Run run = new Run(plan, device, threads(interactions, context.threads()), context)) {
            SasRecNetwork network = new SasRecNetwork(parameters, interactions, run);
            return DeepTrainer.train(
                    run, network, RunKey.of(SasRecProvider.NAME, parameters, interactions, context), context);
        }
    }

    private int threads(Interactions interactions, int limit) {
        long sequences = Math.min(parameters.batchSize(), interactions.userCount());
        long inputs = Math.min(sequences * parameters.maxLength(), interactions.size());
        long against = parameters.loss() == SasRecParameters.Loss.CROSS_ENTROPY
                ? interactions.itemCount()
                : parameters.negatives();
        long layer = (4L + 2L * parameters.inner()) * parameters.factors();
        return (int) Math.clamp(
                inputs * parameters.factors() * (against + parameters.layers() * layer) / WORK_PER_THREAD, 1L, limit);
    }

    private void check(Interactions interactions) {
        int longest = 0;
        for (int u = 0; u < interactions.userCount(); u++) {
            longest = Math.max(longest, interactions.byUser().length(u));
        }
        if (longest < 2) {
            throw new KindredException("sasrec cannot be trained: it learns what follows what, and no user of the"
                    + " training data has two interactions");
        }
        long numbers = (long) interactions.itemCount() * parameters.factors();
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new KindredException("sasrec: " + interactions.itemCount() + " vectors of " + parameters.factors()
                    + " factors exceed what one matrix holds; set factors to at most "
                    + Math.max(1, (Integer.MAX_VALUE - 8) / interactions.itemCount()));
        }
    }
}
