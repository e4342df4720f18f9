package io.kindred.evaluation.runner;

import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.EvaluationProgress;
import io.kindred.evaluation.Experiment;
import io.kindred.evaluation.experiment.CurvePoint;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Trains one model with one seed and measures it. Used once, by one thread. */
final class TaskRun implements EpochListener, EvaluationProgress {
    private final RunTask task;
    private final RunListener listener;
    private final List<CurvePoint> curve = new ArrayList<>();
    private int planned = -1;
    private int fold;

    /**
     * @param listener hears of epochs and measured users
     */
    TaskRun(RunTask task, RunListener listener) {
        this.task = task;
        this.listener = listener;
    }

    /** Runs it. */
    SeedResult run(
            Split split,
            ExperimentData data,
            EvaluationOptions options,
            ModelCatalog catalog,
            String device,
            PeakMemory memory)
            throws InterruptedException {
        AtomicLong peak = memory.begin();
        try {
            TrainingContext context = TrainingContext.ofSeed(task.seed())
                    .withThreads(options.threads())
                    .withDevice(device)
                    .withListener(this);
            Experiment.Outcome outcome = new Experiment(split, data.all(), options, this)
                    .run(catalog.trainer(task.model(), task.parameters()), context);
            outcome.model().ifPresent(TrainedModel::close);
            return new SeedResult(
                    task.seed(), outcome.report().withNotes(data.notes()), outcome.perUser(), memory.end(peak));
        } finally {
            memory.end(peak);
        }
    }

    /** What was heard after each epoch; of cross-validation in the first fold. */
    List<CurvePoint> curve() {
        return curve;
    }

    @Override
    public void onStart(int epochs) {
        planned = epochs;
        fold++;
    }

    @Override
    public Verdict onEpoch(int epoch, Map<String, Double> metrics, Supplier<? extends Recommender> snapshot) {
        if (fold <= 1) {
            metrics.forEach((metric, value) -> {
                if (Double.isFinite(value)) {
                    curve.add(new CurvePoint(task.title(), task.seed(), epoch, metric, value));
                }
            });
        }
        listener.epoch(task, epoch, planned, metrics);
        return Verdict.CONTINUE;
    }

    @Override
    public void users(int done, int total) {
        listener.measuring(task, done, total);
    }
}
