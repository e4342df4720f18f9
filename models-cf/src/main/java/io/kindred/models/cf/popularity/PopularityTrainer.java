package io.kindred.models.cf.popularity;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.PopularityModel;

/**
 * Counts the different users of each item; with a half-life h each user counts {@code 2^(-age / h)}, where the age is
 * measured from the user's last interaction with the item to the newest interaction of all. Items nobody had score 0. An update
 * without a half-life gives what counting everything gives.
 */
final class PopularityTrainer implements IncrementallyTrainable {
    private static final double SECONDS_PER_DAY = 86_400;
    /** So many interactions between two looks at the cancellation. */
    private static final int CHECK_EVERY = 1 << 20;

    private final PopularityParameters parameters;

    PopularityTrainer(PopularityParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException("popularity cannot be counted: the training data have no interactions");
        }
        if (parameters.halfLifeDays() > 0 && interactions.timeKind() != TimeKind.TIMESTAMP) {
            throw new KindredException("popularity with halfLifeDays=" + parameters.halfLifeDays()
                    + " needs timestamps, which these data do not have; set halfLifeDays=0");
        }
        context.cancellation().check();
        double[] counts = count(interactions.byUser(), interactions.itemCount(), context);
        float[] scores = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            scores[i] = (float) counts[i];
        }
        return new PopularityModel(
                ModelInfo.of(new PopularityProvider(), parameters),
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                FloatMatrix.of(scores, 1, scores.length));
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        ModelInfo info = ModelInfo.of(new PopularityProvider(), parameters);
        IncrementallyTrainable.requireExtension(info, base, delta);
        context.cancellation().check();
        UserHistories histories = base.histories().extendedBy(delta.interactions());
        int[] counts = histories.itemCounts();
        float[] scores = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            scores[i] = counts[i];
        }
        return new PopularityModel(
                info,
                delta.interactions().users(),
                delta.interactions().items(),
                histories,
                FloatMatrix.of(scores, 1, scores.length));
    }

    private double[] count(SparseRows rows, int items, TrainingContext context) throws InterruptedException {
        double decay = parameters.halfLifeDays() == 0 ? 0 : Math.log(2) / (parameters.halfLifeDays() * SECONDS_PER_DAY);
        long newest = Long.MIN_VALUE;
        for (int p = 0; p < rows.size(); p++) {
            newest = Math.max(newest, rows.time(p));
        }
        double[] counts = new double[items];
        for (int p = 0; p < rows.size(); p++) {
            if ((p & (CHECK_EVERY - 1)) == 0) {
                context.cancellation().check();
            }
            counts[rows.column(p)] += decay == 0 ? 1 : Math.exp(-decay * (double) (newest - rows.time(p)));
        }
        return counts;
    }
}
