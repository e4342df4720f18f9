package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.console.Console;
import io.kindred.cli.console.Table;
import io.kindred.cli.data.LoadedData;
import io.kindred.cli.experiment.StageProgress;
import io.kindred.core.KindredException;
import io.kindred.core.json.Json;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainedModel;
import io.kindred.evaluation.Candidates;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.Experiment;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.PerUserFile;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.stats.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate}: trains a model on one part of the data and measures it on the other. */
@Command(
        name = "evaluate",
        description = "Trains a model on one part of the data and measures it on the other.",
        mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Mixin
    private ModelOptions model;

    @Mixin
    private DataOptions data;

    @Mixin
    private WeightOptions weights;

    @Mixin
    private SplitOptions split;

    @Mixin
    private TrainingOptions training;

    @Option(
            names = "--at",
            split = ",",
            defaultValue = "10",
            paramLabel = "K",
            description = "Cut-offs of the lists, as in 5,10,20 (default: ${DEFAULT-VALUE}).")
    private List<Integer> at;

    @Option(
            names = "--candidates",
            defaultValue = "all",
            paramLabel = "NAME",
            description = "all for full ranking of what the user did not have in training, all-with-seen for that of"
                    + " everything, or sampled-99-uniform and the like (default: ${DEFAULT-VALUE}).")
    private String candidates;

    @Option(
            names = "--mask-validation",
            description = "Takes a user's validation items out of the candidates when the test part is measured.")
    private boolean maskValidation;

    @Mixin
    private SegmentOptions segments;

    @Option(
            names = "--per-user",
            paramLabel = "FILE",
            description = "Also writes every user's values to this Arrow file.")
    private Path perUser;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = output.console();
        ModelOptions.Chosen chosen = model.choose(ModelCatalog.load(), weights);
        EvaluationOptions options = options();
        if (perUser != null && Files.exists(perUser)) {
            throw new KindredException(perUser + " exists already; name another file with --per-user");
        }
        LoadedData loaded = data.load(console, chosen.weighting());
        Split divided = split.split(loaded, training.seed());
        Experiment.Outcome outcome;
        try (StageProgress progress = new StageProgress(chosen.name(), console)) {
            outcome = new Experiment(divided, loaded.all(), segments.applyTo(options, loaded.all()), progress)
                    .run(chosen.trainer(), training.context(progress));
        }
        outcome.model().ifPresent(TrainedModel::close);
        List<String> notes = new ArrayList<>(loaded.notes());
        if (chosen.weighting().given()) {
            notes.add(
                    "training interactions are weighted: " + chosen.weighting().describe());
        }
        EvaluationReport report = outcome.report().withNotes(notes);
        if (perUser != null) {
            PerUserFile.write(perUser, outcome.perUser(), Map.of("kindred.report", Json.writeCompact(report.toMap())));
        }
        print(console, report);
        console.document(report.toMap());
        return 0;
    }

    private EvaluationOptions options() {
        try {
            return EvaluationOptions.at(at.stream().mapToInt(Integer::intValue).toArray())
                    .withCandidates(Candidates.of(candidates))
                    .withMaskValidation(maskValidation)
                    .withSeed(training.seed())
                    .withThreads(training.threads());
        } catch (KindredException e) {
            throw new UsageException(e);
        }
    }

    private void print(Console console, EvaluationReport report) {
        console.print(report.model() + ", " + report.protocol() + ", " + report.users() + " users"
                + (report.usersLeftOut() > 0 ? " (" + report.usersLeftOut() + " left out)" : ""));
        Table table = new Table("metric", "value", "95% interval");
        report.metrics().forEach((name, value) -> {
            Interval interval = report.intervals().get(name);
            if (segments.shows(name)) {
                table.row(
                        name,
                        number(value),
                        interval == null ? "" : number(interval.low()) + " to " + number(interval.high()));
            }
        });
        table.lines().forEach(console::print);
        segments.print(console, report, Collections.min(at));
        console.print(String.format(
                Locale.ROOT,
                "trained in %.2f s, evaluated in %.2f s",
                report.trainSeconds(),
                report.evaluateSeconds()));
        report.notes().forEach(note -> console.note("note: " + note));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
