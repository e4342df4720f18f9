package io.kindred.cli.experiment;

import io.kindred.cli.console.Console;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.runner.RunListener;
import io.kindred.evaluation.runner.RunTask;
import java.util.Locale;

/** A run as plain lines on standard error, one for each model that is done. */
public final class LineRunDisplay implements RunListener {
    private final Console console;
    private final String metric;
    private final int total;
    private int done;

    /**
     * @param metric to be shown
     * @param total how many models and seeds there are
     */
    public LineRunDisplay(Console console, String metric, int total) {
        this.console = console;
        this.metric = metric;
        this.total = total;
    }

    @Override
    public void finished(RunTask task, SeedResult result, boolean resumed) {
        Double value = result.report().metrics().get(metric);
        console.note(String.format(
                Locale.ROOT,
                "%d/%d %s, seed %d: %s %s%s",
                ++done,
                total,
                task.title(),
                task.seed(),
                metric,
                value == null ? "undefined" : String.format(Locale.ROOT, "%.4f", value),
                resumed
                        ? ", done before"
                        : String.format(
                                Locale.ROOT,
                                ", trained in %.1f s, measured in %.1f s",
                                result.report().trainSeconds(),
                                result.report().evaluateSeconds())));
    }

    @Override
    public void failed(RunTask task, String why) {
        console.note(++done + "/" + total + " " + task.title() + ", seed " + task.seed() + ": failed: " + why);
    }

    @Override
    public void trial(TrialRecord trial, boolean resumed) {
        if (!resumed) {
            console.note(String.format(
                    Locale.ROOT,
                    "trial %d of %s: %s in %.1f s",
                    trial.number() + 1,
                    trial.model(),
                    trial.failure().isEmpty()
                            ? String.format(Locale.ROOT, "%.4f", trial.value())
                            : "failed: " + trial.failure(),
                    trial.seconds()));
        }
    }

    @Override
    public void note(String line) {
        console.note(line);
    }
}
