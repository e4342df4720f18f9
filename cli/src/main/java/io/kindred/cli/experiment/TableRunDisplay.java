package io.kindred.cli.experiment;

import io.kindred.cli.console.Console;
import io.kindred.cli.console.LiveLines;
import io.kindred.cli.console.Table;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.runner.RunListener;
import io.kindred.evaluation.runner.RunTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A run as a table on a terminal that is drawn again as it goes on: a row for each model. */
public final class TableRunDisplay implements RunListener, AutoCloseable {
    private final LiveLines lines;
    private final String metric;
    private final int seeds;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** What is known of one model. */
    private static final class Row {
        private final TreeMap<Long, String> atWork = new TreeMap<>();
        private int done;
        private int failed;
        private int trials;
        private double best = Double.NEGATIVE_INFINITY;
        private double sum;
        private double seconds;
    }

    /**
     * @param titles of the models
     * @param metric to be shown
     * @param seeds how many there are
     */
    public TableRunDisplay(Console console, Set<String> titles, String metric, int seeds) {
        this.lines = new LiveLines(console);
        this.metric = metric;
        this.seeds = seeds;
        titles.forEach(title -> rows.put(title, new Row()));
        draw();
    }

    @Override
    public void started(RunTask task) {
        rows.get(task.title()).atWork.put(task.seed(), "training");
        draw();
    }

    @Override
    public void epoch(RunTask task, int epoch, int planned, Map<String, Double> metrics) {
        String of = planned > 0 ? "/" + planned : "";
        rows.get(task.title()).atWork.put(task.seed(), "training, epoch " + epoch + of);
        drawIfDue();
    }

    @Override
    public void measuring(RunTask task, int done, int total) {
        rows.get(task.title()).atWork.put(task.seed(), "measuring, " + 100L * done / Math.max(1, total) + "%");
        drawIfDue();
    }

    @Override
    public void finished(RunTask task, SeedResult result, boolean resumed) {
        Row row = rows.get(task.title());
        row.atWork.remove(task.seed());
        row.done++;
        row.sum += result.report().metrics().getOrDefault(metric, Double.NaN);
        row.seconds += result.report().trainSeconds();
        draw();
    }

    @Override
    public void failed(RunTask task, String why) {
        Row row = rows.get(task.title());
        row.atWork.remove(task.seed());
        row.failed++;
        lines.note(task.title() + ", seed " + task.seed() + ": failed: " + why);
        draw();
    }

    @Override
    public void trial(TrialRecord trial, boolean resumed) {
        Row row = rows.get(trial.model());
        row.trials++;
        if (trial.state() == TrialRecord.State.COMPLETE) {
            row.best = Math.max(row.best, trial.value());
        }
        draw();
    }

    @Override
    public void note(String line) {
        lines.note(line);
        draw();
    }

    private void drawIfDue() {
        if (lines.due()) {
            draw();
        }
    }

    private void draw() {
        Table table = new Table("model", "seeds", metric, "train s", "now");
        rows.forEach((title, row) -> table.row(
                title,
                row.done + "/" + seeds,
                row.done == 0 ? "" : String.format(Locale.ROOT, "%.4f", row.sum / row.done),
                row.done == 0 ? "" : String.format(Locale.ROOT, "%.1f", row.seconds / row.done),
                now(row)));
        lines.draw(table.lines());
    }

    private String now(Row row) {
        List<String> words = new ArrayList<>();
        row.atWork.forEach((seed, what) -> words.add(seeds == 1 ? what : "seed " + seed + ": " + what));
        if (row.failed > 0) {
            words.add(row.failed + " failed");
        }
        if (words.isEmpty() && row.done == seeds) {
            return "done";
        }
        if (words.isEmpty() && row.trials > 0 && row.done == 0) {
            return String.format(
                    Locale.ROOT,
                    "%d %s on validation%s",
                    row.trials,
                    row.trials == 1 ? "trial" : "trials",
                    Double.isFinite(row.best) ? String.format(Locale.ROOT, ", best %.4f", row.best) : "");
        }
        return words.isEmpty() ? "waiting" : String.join("; ", words);
    }

    @Override
    public void close() {
        lines.close();
    }
}
