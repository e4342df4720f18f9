package io.kindred.cli.experiment;

import io.kindred.cli.console.Console;
import io.kindred.cli.console.Progress;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.Recommender;
import io.kindred.evaluation.EvaluationProgress;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Shows the two stages of an experiment in turn, training and measuring, fold after fold. It hears of epochs as the trainer's
 * listener and of users as the evaluator's.
 */
public final class StageProgress implements EpochListener, EvaluationProgress, AutoCloseable {
    private static final String TRAIN = "train ";
    private static final String EVALUATE = "evaluate ";

    private final Console console;
    private final String model;
    private String stage = TRAIN;
    private Progress shown;
    private int epochs = -1;

    /** Starts with the training of a model. */
    public StageProgress(String model, Console console) {
        this.console = console;
        this.model = model;
        this.shown = console.progress(TRAIN + model);
    }

    @Override
    public void onStart(int planned) {
        enter(TRAIN);
        epochs = planned;
        shown.at(0, planned, "");
    }

    @Override
    public Verdict onEpoch(int epoch, Map<String, Double> metrics, Supplier<? extends Recommender> snapshot) {
        String detail = metrics.entrySet().stream()
                .map(e -> e.getKey() + " " + String.format(Locale.ROOT, "%.4g", e.getValue()))
                .collect(Collectors.joining(", "));
        shown.at(epoch, epochs, detail);
        return Verdict.CONTINUE;
    }

    @Override
    public void users(int done, int total) {
        enter(EVALUATE);
        shown.at(done, total, "");
    }

    private void enter(String next) {
        if (!stage.equals(next)) {
            shown.close();
            stage = next;
            shown = console.progress(next + model);
        }
    }

    @Override
    public void close() {
        shown.close();
    }
}
