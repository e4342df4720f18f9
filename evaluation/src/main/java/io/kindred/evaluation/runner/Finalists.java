package io.kindred.evaluation.runner;

import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.Evaluator;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.experiment.TrialRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the best settings of a search over the validation parts of all seeds, so that the luck of one division does not
 * choose. Not thread-safe.
 */
final class Finalists {
    private final ExperimentFile file;
    private final ModelCatalog catalog;
    private final Divider divider;
    private final Capacity capacity;
    private final String device;
    private final Map<Long, Tuning> tunings = new HashMap<>();

    Finalists(ExperimentFile file, ModelCatalog catalog, Divider divider, Capacity capacity, String device) {
        this.file = file;
        this.catalog = catalog;
        this.divider = divider;
        this.capacity = capacity;
        this.device = device;
    }

    /** The trial with the best mean, with that mean as its value. */
    TrialRecord best(PlannedModel model, List<TrialRecord> trials) throws InterruptedException {
        List<TrialRecord> finalists = trials.stream()
                .filter(trial -> trial.state() == TrialRecord.State.COMPLETE)
                .sorted(Comparator.comparingDouble(TrialRecord::value).reversed())
                .limit(file.search().finalists())
                .toList();
        TrialRecord best = null;
        double bestMean = Double.NEGATIVE_INFINITY;
        for (TrialRecord finalist : finalists) {
            double sum = finalist.value();
            for (long seed : file.seeds().subList(1, file.seeds().size())) {
                sum += measure(model, finalist.parameters(), seed);
            }
            double mean = sum / file.seeds().size();
            if (mean > bestMean) {
                best = finalist;
                bestMean = mean;
            }
        }
        return new TrialRecord(
                best.model(),
                best.number(),
                best.parameters(),
                bestMean,
                best.state(),
                best.epochs(),
                best.curve(),
                best.seconds(),
                best.processorSeconds(),
                "");
    }

    private double measure(PlannedModel model, Map<String, Object> parameters, long seed) throws InterruptedException {
        Tuning tuning = tunings.computeIfAbsent(seed, divider::tuning);
        TrainingContext context =
                TrainingContext.ofSeed(seed).withThreads(capacity.threads()).withDevice(device);
        TrainingContext its =
                divider.refit() ? context : context.withValidation(tuning.task().target());
        EvaluationOptions options = file.metrics()
                .options(seed)
                .withBeyondAccuracy(false)
                .withResamples(0)
                .withThreads(capacity.threads());
        try (TrainedModel trained = catalog.trainer(model.model(), parameters).train(tuning.data(), its)) {
            return new Evaluator(options)
                    .evaluate(trained, tuning.task())
                    .metric(file.metrics().decisive());
        }
    }
}
