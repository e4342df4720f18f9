package io.kindred.models.cf.ratings;

import io.kindred.core.KindredException;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs epochs until there were enough or the listener says stop; what it hears is the root mean square error in training,
 * "rmse".
 *
 * @param model its name
 * @param epochs how many at most
 */
public record EpochLoop(String model, int epochs) {
    /** One pass over the ratings. */
    @FunctionalInterface
    public interface Epoch {
        /**
         * Learns.
         *
         * @return the sum of the squared errors that were met
         * @throws InterruptedException if the run was cancelled
         */
        double run() throws InterruptedException;
    }

    /**
     * Trains a model.
     *
     * @param result the model as it is now
     * @throws KindredException if what is learnt grows without bounds
     * @throws InterruptedException if the run was cancelled
     */
    public TrainedModel run(Ratings ratings, TrainingContext context, Epoch epoch, Supplier<TrainedModel> result)
            throws InterruptedException {
        context.cancellation().check();
        context.listener().onStart(epochs);
        for (int e = 1; e <= epochs; e++) {
            context.cancellation().check();
            double rmse = Math.sqrt(epoch.run() / ratings.size());
            if (!Double.isFinite(rmse)) {
                throw new KindredException(model + " diverged in epoch " + e
                        + ": its errors grow without bounds; lower learningRate or raise the regularization");
            }
            EpochListener.Verdict verdict = context.listener().onEpoch(e, Map.of("rmse", rmse), result);
            if (verdict == EpochListener.Verdict.STOP) {
                break;
            }
        }
        return result.get();
    }
}
