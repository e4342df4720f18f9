package io.kindred.benchmarks.ratings;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.metric.RatingErrors;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.KFold;
import io.kindred.evaluation.split.Split;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Errors of predicted ratings over random folds of all ratings.
 *
 * @param rmse of each fold
 * @param mae of each fold
 * @param unpredicted ratings of all folds for which there was no prediction
 * @param trainingSeconds processor time of training, all folds and threads together
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the record only carries results to a table
public record CrossValidation(double[] rmse, double[] mae, int unpredicted, double trainingSeconds) {
    /**
     * Trains and measures a model on every fold.
     *
     * @param model the provider's name
     * @param parameters that differ from its defaults
     * @param seed of the split and of training
     */
    public static CrossValidation of(
            Interactions data, int folds, String model, Map<String, ?> parameters, long seed, int threads)
            throws InterruptedException {
        Split split = new KFold(seed, folds, false).split(data);
        double[] rmse = new double[folds];
        double[] mae = new double[folds];
        int unpredicted = 0;
        long used = 0;
        for (int f = 0; f < folds; f++) {
            Fold fold = split.folds().get(f);
            long start = processorNanos();
            try (TrainedModel trained = ModelCatalog.load()
                    .trainer(model, parameters)
                    .train(
                            TrainingData.of(fold.train()),
                            TrainingContext.ofSeed(seed).withThreads(threads))) {
                used += processorNanos() - start;
                RatingErrors errors = new RatingErrors(data.userCount());
                for (int u = 0; u < data.userCount(); u++) {
                    errors.measure((RatingPredictor) trained, u, u, fold.test());
                }
                double count = sum(errors.predicted());
                rmse[f] = Math.sqrt(sum(errors.squared()) / count);
                mae[f] = sum(errors.absolute()) / count;
                unpredicted += errors.unpredicted();
            }
        }
        return new CrossValidation(rmse, mae, unpredicted, used * 1e-9);
    }

    /** Mean of the folds' root mean square errors. */
    public double meanRmse() {
        return sum(rmse) / rmse.length;
    }

    /** Mean of the folds' mean absolute errors. */
    public double meanMae() {
        return sum(mae) / mae.length;
    }

    /** Standard deviation of numbers over the folds. */
    static double deviation(double[] values) {
        double mean = sum(values) / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
