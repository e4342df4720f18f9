package io.kindred.evaluation.runner;

import io.kindred.core.json.Json;
import io.kindred.evaluation.experiment.CurvePoint;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.stats.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A run's results, trials and curves as tables, one row a figure. Stateless. */
final class RunTables {
    private RunTables() {}

    static void write(Path folder, RunResults run) throws IOException {
        results(run).write(folder, "results");
        trials(run).write(folder, "trials");
        curves(run).write(folder, "curves");
    }

    private static RunTable results(RunResults run) {
        RunTable table = new RunTable()
                .column("model", RunTable.Type.TEXT)
                .column("provider", RunTable.Type.TEXT)
                .column("seed", RunTable.Type.WHOLE)
                .column("metric", RunTable.Type.TEXT)
                .column("value", RunTable.Type.NUMBER)
                .column("low", RunTable.Type.NUMBER)
                .column("high", RunTable.Type.NUMBER)
                .column("users", RunTable.Type.WHOLE)
                .column("train_seconds", RunTable.Type.NUMBER)
                .column("evaluate_seconds", RunTable.Type.NUMBER)
                .column("peak_bytes", RunTable.Type.WHOLE)
                .column("protocol", RunTable.Type.TEXT)
                .column("protocol_hash", RunTable.Type.TEXT)
                .column("data_hash", RunTable.Type.TEXT);
        for (ModelResult model : run.models()) {
            for (SeedResult seed : model.seeds()) {
                EvaluationReport report = seed.report();
                for (Map.Entry<String, Double> metric : report.metrics().entrySet()) {
                    Interval interval = report.intervals().get(metric.getKey());
                    table.row(
                            model.name(),
                            model.model(),
                            seed.seed(),
                            metric.getKey(),
                            metric.getValue(),
                            interval == null ? null : (Double) interval.low(),
                            interval == null ? null : (Double) interval.high(),
                            (long) report.users(),
                            report.trainSeconds(),
                            report.evaluateSeconds(),
                            seed.peakBytes(),
                            report.protocol(),
                            report.protocolHash(),
                            String.valueOf(report.data().get("dataHash")));
                }
            }
        }
        return table;
    }

    private static RunTable trials(RunResults run) {
        RunTable table = new RunTable()
                .column("model", RunTable.Type.TEXT)
                .column("number", RunTable.Type.WHOLE)
                .column("state", RunTable.Type.TEXT)
                .column("value", RunTable.Type.NUMBER)
                .column("epochs", RunTable.Type.WHOLE)
                .column("seconds", RunTable.Type.NUMBER)
                .column("processor_seconds", RunTable.Type.NUMBER)
                .column("parameters", RunTable.Type.TEXT)
                .column("failure", RunTable.Type.TEXT);
        for (TrialRecord trial : run.trials()) {
            table.row(
                    trial.model(),
                    (long) trial.number(),
                    trial.state().name().toLowerCase(Locale.ROOT),
                    trial.value(),
                    (long) trial.epochs(),
                    trial.seconds(),
                    trial.processorSeconds(),
                    Json.writeCompact(trial.parameters()),
                    trial.failure());
        }
        return table;
    }

    private static RunTable curves(RunResults run) {
        RunTable table = new RunTable()
                .column("model", RunTable.Type.TEXT)
                .column("seed", RunTable.Type.WHOLE)
                .column("epoch", RunTable.Type.WHOLE)
                .column("metric", RunTable.Type.TEXT)
                .column("value", RunTable.Type.NUMBER);
        for (CurvePoint point : run.curves()) {
            table.row(point.model(), point.seed(), (long) point.epoch(), point.metric(), point.value());
        }
        return table;
    }
}
