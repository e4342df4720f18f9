package io.kindred.models.cf.sparseease;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.gram.ItemRegressions;
import io.kindred.models.cf.gram.LocalGram;

/**
 * Minimises, for every item i, {@code |x_i - X w|^2 + regularization * |w|^2} over weights w of the items that tell most about
 * i, the other weights being 0. Column i of EASE's B minimises the same over all other items, so with enough neighbours this
 * is EASE. X holds a 1 for every pair, or its value where values are weights; of repeats the last one counts.
 */
final class SparseEaseTrainer implements Trainer {
    private final SparseEaseParameters parameters;

    SparseEaseTrainer(SparseEaseParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        double l2 = parameters.regularization();
        return new ItemRegressions(
                        ModelInfo.of(new SparseEaseProvider(), parameters),
                        parameters.valuesAsWeights(),
                        parameters.neighbours(),
                        true)
                .train(data, context, gram -> new RidgeSolver(new LocalGram(gram, l2, parameters.neighbours()), l2));
    }
}
