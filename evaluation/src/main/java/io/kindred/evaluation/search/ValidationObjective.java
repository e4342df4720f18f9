package io.kindred.evaluation.search;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.Evaluator;
import io.kindred.evaluation.RankingResult;
import io.kindred.evaluation.metric.RatingErrors;
import io.kindred.evaluation.split.RankingTask;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Trains a model on the training part with the setting of a trial and measures it on the validation part. Where the search
 * prunes, the model so far is measured at the rungs as well. The test part never comes near. Thread-safe.
 */
public final class ValidationObjective implements Objective {
    private final ModelCatalog catalog;
    private final String model;
    private final TrainingData data;
    private final RankingTask validation;
    private final EvaluationOptions options;
    private final String metric;
    private final TrainingContext context;

    /**
     * @param model the provider's name
     * @param data whose interactions are the training part
     * @param validation the question that the validation part asks, as {@code Fold.validationTask} gives it
     * @param options how to measure; intervals are not computed
     * @param metric that is the value of a trial, as in "ndcg@10" or "rmse"
     * @param context seed, threads, device and work folder of training; its listener hears of the epochs of all trials, its
     *     cancellation is not used
     */
    public ValidationObjective(
            ModelCatalog catalog,
            String model,
            TrainingData data,
            RankingTask validation,
            EvaluationOptions options,
            String metric,
            TrainingContext context) {
        this.catalog = catalog;
        this.model = model;
        this.data = data;
        this.validation = validation;
        this.options = options.withResamples(0);
        this.metric = metric;
        this.context = context;
    }

    @Override
    public double measure(Trial trial) throws InterruptedException {
        TrainingContext its =
                context.withCancellation(trial.cancellation()).withListener(new Rungs(trial, context.listener()));
        try (TrainedModel trained = catalog.trainer(model, trial.parameters()).train(data, its)) {
            trial.cancellation().check();
            return trial.pruned() ? Double.NaN : value(trained);
        }
    }

    private double value(Recommender trained) {
        RankingResult result = new Evaluator(options).evaluate(trained, validation);
        return switch (metric) {
            case "rmse" -> ratings(result).rmse();
            case "mae" -> ratings(result).mae();
            default -> result.metric(metric);
        };
    }

    private RatingErrors ratings(RankingResult result) {
        return result.ratings()
                .orElseThrow(() -> new KindredException("there is no " + metric + ": "
                        + (validation.target().hasValues()
                                ? "model '" + model + "' predicts no ratings with these parameters"
                                : "the data have no ratings")));
    }

    private final class Rungs implements EpochListener {
        private final Trial trial;
        private final EpochListener other;
        private int planned = Integer.MAX_VALUE;

        Rungs(Trial trial, EpochListener other) {
            this.trial = trial;
            this.other = other;
        }

        @Override
        public void onStart(int epochs) {
            planned = epochs;
            other.onStart(epochs);
        }

        @Override
        public Verdict onEpoch(int epoch, Map<String, Double> metrics, Supplier<? extends Recommender> snapshot) {
            Verdict verdict = other.onEpoch(epoch, metrics, snapshot);
            boolean wanted = trial.epoch(epoch);
            if (!wanted || epoch >= planned || verdict == Verdict.STOP) {
                // After the last epoch there is nothing left to stop, and the model is measured anyway.
                return verdict;
            }
            try (Recommender soFar = snapshot.get()) {
                return trial.report(epoch, value(soFar));
            }
        }
    }
}
