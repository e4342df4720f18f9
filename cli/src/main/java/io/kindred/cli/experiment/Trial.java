package io.kindred.cli.experiment;

import io.kindred.cli.console.Console;
import io.kindred.cli.console.Progress;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.Evaluator;
import io.kindred.evaluation.RankingResult;
import io.kindred.evaluation.Reports;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Trains a model on each fold of a split and measures it on the fold's test part.
 *
 * @param data everything; its features go to every fold
 * @param split how the data are divided
 * @param options how to measure
 * @param seed of the model
 */
public record Trial(TrainingData data, Split split, EvaluationOptions options, long seed) {
    /**
     * What a trial yields.
     *
     * @param report the measurements
     * @param perUser the values behind them
     * @param model the model of the last fold
     * @param trained what that model was trained on
     */
    public record Outcome(EvaluationReport report, PerUserValues perUser, TrainedModel model, Provenance trained) {}

    /**
     * Runs one model.
     *
     * @param name for the progress display
     * @param context makes the training context from a progress display
     */
    public Outcome run(String name, Trainer trainer, Function<Progress, TrainingContext> context, Console console)
            throws InterruptedException {
        List<RankingResult> results = new ArrayList<>();
        TrainedModel model = null;
        Provenance trained = data.provenance();
        double trainSeconds = 0;
        for (int f = 0; f < split.folds().size(); f++) {
            Fold fold = split.folds().get(f);
            String label = split.folds().size() == 1
                    ? name
                    : name + " fold " + (f + 1) + "/" + split.folds().size();
            trained = new Provenance(
                    data.provenance().source(),
                    data.provenance().snapshot(),
                    split.protocol() + (split.folds().size() == 1 ? "" : "/fold-" + (f + 1)) + "/train",
                    seed);
            TrainingData part = data.withInteractions(fold.train()).withProvenance(trained);
            if (model != null) {
                model.close();
            }
            try (Progress progress = console.progress("train " + label)) {
                TrainingContext training = context.apply(progress);
                if (fold.validation().size() > 0) {
                    training = training.withValidation(fold.validation());
                }
                long start = System.nanoTime();
                model = trainer.train(part, training);
                trainSeconds += (System.nanoTime() - start) * 1e-9;
            }
            try (Progress progress = console.progress("evaluate " + label)) {
                Evaluator evaluator = new Evaluator(options, (done, total) -> progress.at(done, total, ""));
                results.add(evaluator.evaluate(model, fold.testTask(options.maskValidation())));
            }
        }
        if (model == null) {
            throw new IllegalStateException("a split has at least one fold");
        }
        Reports reports = new Reports(split, options, data.provenance());
        ModelInfo info = model.info();
        return new Outcome(reports.of(info, results, trainSeconds, seed), reports.perUser(results), model, trained);
    }
}
