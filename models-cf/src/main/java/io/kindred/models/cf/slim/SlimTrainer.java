package io.kindred.models.cf.slim;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.gram.ItemRegressions;
import io.kindred.models.cf.gram.LocalGram;

/**
 * Solves one elastic-net regression for every item by coordinate descent. Items without a user in common with i are no
 * candidates: with non-negative weights theirs are zero anyway. X holds a 1 for every pair, or its value where values are
 * weights; of repeats the last one counts.
 */
final class SlimTrainer implements Trainer {
    private final SlimParameters parameters;

    SlimTrainer(SlimParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        return new ItemRegressions(
                        ModelInfo.of(new SlimProvider(), parameters),
                        parameters.valuesAsWeights(),
                        parameters.candidates(),
                        false)
                .train(
                        data,
                        context,
                        gram -> new ElasticNet(
                                new LocalGram(gram, parameters.l2(), parameters.candidates()), parameters));
    }
}
