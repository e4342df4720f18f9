package io.kindred.evaluation.runner;

import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.experiment.TrialRecord;
import java.util.Locale;
import java.util.Map;

/** Writes what happens to the log and passes it on to one listener, one call at a time. Thread-safe. */
final class SafeListener implements RunListener {
    private final RunListener listener;
    private final RunLog log;
    private final String metric;

    SafeListener(RunListener listener, RunLog log, String metric) {
        this.listener = listener;
        this.log = log;
        this.metric = metric;
    }

    @Override
    public synchronized void started(RunTask task) {
        log.line("begins " + task.id() + " " + task.parameters());
        listener.started(task);
    }

    @Override
    public synchronized void epoch(RunTask task, int epoch, int planned, Map<String, Double> metrics) {
        log.line(task.id() + " epoch " + epoch + " " + metrics);
        listener.epoch(task, epoch, planned, metrics);
    }

    @Override
    public synchronized void measuring(RunTask task, int done, int total) {
        listener.measuring(task, done, total);
    }

    @Override
    public synchronized void finished(RunTask task, SeedResult result, boolean resumed) {
        log.line(String.format(
                Locale.ROOT,
                "%s %s: %s %s, trained in %.3f s, measured in %.3f s",
                resumed ? "done before:" : "done:",
                task.id(),
                metric,
                result.report().metrics().get(metric),
                result.report().trainSeconds(),
                result.report().evaluateSeconds()));
        listener.finished(task, result, resumed);
    }

    @Override
    public synchronized void failed(RunTask task, String why) {
        log.line("failed: " + task.id() + ": " + why);
        listener.failed(task, why);
    }

    @Override
    public synchronized void trial(TrialRecord trial, boolean resumed) {
        if (!resumed) {
            log.line(String.format(
                    Locale.ROOT,
                    "trial %d of %s: %s %s, %.3f s %s %s",
                    trial.number(),
                    trial.model(),
                    trial.state(),
                    trial.value(),
                    trial.seconds(),
                    trial.parameters(),
                    trial.failure()));
        }
        listener.trial(trial, resumed);
    }

    @Override
    public synchronized void note(String line) {
        log.line(line);
        listener.note(line);
    }
}
