package io.kindred.evaluation;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.leakage.LeakageGuard;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains a model on the training part of each fold of a split, measures it on the test part and writes the report. The
 * validation part, where there is one, is handed to the trainer for early stopping. Thread-safe.
 */
public final class Experiment {
    private final Split split;
    private final TrainingData data;
    private final EvaluationOptions options;
    private final EvaluationProgress progress;

    /**
     * @param split the folds
     * @param data features and provenance; its interactions are replaced by each fold's training part, which must use the
     *     same vocabularies
     * @param options how to measure
     * @param progress hears how far the measuring of each fold is
     */
    public Experiment(Split split, TrainingData data, EvaluationOptions options, EvaluationProgress progress) {
        this.split = split;
        this.data = data;
        this.options = options;
        this.progress = progress;
    }

    /**
     * What came out.
     *
     * @param report the figures
     * @param perUser the values behind them
     * @param model the trained model of a split with one fold, open, to be closed by the caller; empty with several folds,
     *     whose models are closed as soon as they are measured
     */
    public record Outcome(EvaluationReport report, PerUserValues perUser, Optional<TrainedModel> model) {}

    /**
     * Runs the whole experiment for one model.
     *
     * @throws KindredException if test data leak into training, see {@link LeakageGuard}; nothing is trained then
     * @throws InterruptedException if training was cancelled
     */
    public Outcome run(Trainer trainer, TrainingContext context) throws InterruptedException {
        boolean repeatsCount = options.candidates() instanceof Candidates.AllWithSeen;
        List<String> leaks = new LeakageGuard(split, data, repeatsCount).check();
        Evaluator evaluator = new Evaluator(options, progress);
        List<RankingResult> results = new ArrayList<>();
        double trainSeconds = 0;
        TrainedModel model = null;
        try {
            for (Fold fold : split.folds()) {
                if (model != null) {
                    model.close();
                }
                long start = System.nanoTime();
                model = trainer.train(trainingPart(fold), context(context, fold.validation()));
                trainSeconds += (System.nanoTime() - start) * 1e-9;
                results.add(evaluator.evaluate(model, fold.testTask(options.maskValidation())));
            }
            Reports reports = new Reports(split, options, data.provenance());
            EvaluationReport report = reports.of(model.info(), results, trainSeconds, context.seed())
                    .withNotes(leaks);
            boolean single = split.folds().size() == 1;
            Optional<TrainedModel> open = single ? Optional.of(model) : Optional.empty();
            if (single) {
                model = null;
            }
            return new Outcome(report, reports.perUser(results), open);
        } finally {
            if (model != null) {
                model.close();
            }
        }
    }

    private TrainingData trainingPart(Fold fold) {
        Provenance from = data.provenance();
        long seed = split.settings().get("seed") instanceof Long number ? number : 0;
        Provenance provenance =
                new Provenance(from.source(), from.snapshot(), split.protocol() + "/train", seed, from.weights());
        return new TrainingData(fold.train(), userFeatures(fold.train().users()), data.itemFeatures(), provenance);
    }

    /** With {@code next-item} every prefix is a user of its own, of whom no features are known. */
    private FeatureTable userFeatures(Vocabulary users) {
        FeatureTable features = data.userFeatures();
        if (features.ids().equals(users)) {
            return features;
        }
        if (features.columns().isEmpty()) {
            return FeatureTable.none(users);
        }
        throw new KindredException("the protocol '" + split.protocol()
                + "' knows sessions and no users, but the data have user features; leave them out");
    }

    private static TrainingContext context(TrainingContext context, Interactions validation) {
        return validation.size() == 0 ? context : context.withValidation(validation);
    }
}
