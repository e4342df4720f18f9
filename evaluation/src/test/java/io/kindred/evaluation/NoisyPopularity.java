package io.kindred.evaluation;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.stats.SplitMix64;

/**
 * A trainer whose models score by popularity and by chance.
 *
 * @param noise from 0 for popularity alone to 1 for chance alone
 */
public record NoisyPopularity(double noise) implements Trainer {
    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) {
        int items = data.interactions().itemCount();
        int[] counts = new int[items];
        int most = 1;
        for (int item = 0; item < items; item++) {
            counts[item] = data.interactions().byItem().length(item);
            most = Math.max(most, counts[item]);
        }
        double scale = most;
        long seed = context.seed();
        return new FakeModel(data.interactions(), (user, item) -> (float) ((1 - noise) * counts[item] / scale
                + noise * SplitMix64.stream(seed, (long) user * items + item).nextDouble()));
    }
}
