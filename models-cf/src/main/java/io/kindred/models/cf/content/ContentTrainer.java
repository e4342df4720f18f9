package io.kindred.models.cf.content;

import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemVectorsModel;
import io.kindred.core.scorer.TermIndex;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads and weighs the terms of items. Interactions only make the users' histories, each item of which counts the same; their
 * values are not looked at.
 *
 * @param info of the model to be
 * @param choice which terms
 * @param weighting of the terms
 * @param cosine whether scores are cosines
 */
record ContentTrainer(ModelInfo info, TermChoice choice, Function<ItemTerms, TermIndex> weighting, boolean cosine)
        implements Trainer {
    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        context.cancellation().check();
        context.listener().onStart(1);
        ItemTerms items = ItemTerms.read(info.provider(), data.itemFeatures(), choice, context.cancellation());
        TrainedModel model = new ItemVectorsModel(
                info,
                data.interactions().users(),
                data.interactions().items(),
                UserHistories.of(data.interactions()),
                weighting.apply(items),
                cosine);
        context.listener().onEpoch(1, Map.of("terms", (double) items.terms().size()), () -> model);
        return model;
    }
}
