package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import io.kindred.cli.experiment.ExperimentSource;
import io.kindred.cli.experiment.LineRunDisplay;
import io.kindred.cli.experiment.PlanText;
import io.kindred.cli.experiment.TableRunDisplay;
import io.kindred.core.model.ModelCatalog;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.runner.Divider;
import io.kindred.evaluation.runner.ExperimentData;
import io.kindred.evaluation.runner.ExperimentRunner;
import io.kindred.evaluation.runner.RunFolder;
import io.kindred.evaluation.runner.RunListener;
import io.kindred.evaluation.runner.RunStandings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred experiment run}. */
@Command(
        name = "run",
        description = {
            "Runs an experiment into a folder of its own, or goes on with one that was broken off.",
            "A run of the same file that is not finished is continued: what is done is not run again."
        },
        mixinStandardHelpOptions = true)
final class ExperimentRunCommand implements Callable<Integer> {
    /** More rows might not fit on a terminal. */
    private static final int MOST_LIVE_ROWS = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOption output;

    @Mixin
    private ExperimentOptions experiment;

    @Option(
            names = "--out",
            defaultValue = "runs",
            paramLabel = "FOLDER",
            description = "Where runs are kept (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--new", description = "Begins a new run even if there is one to continue.")
    private boolean fresh;

    @Option(names = "--dry-run", description = "Only checks the file and prints what would be run.")
    private boolean dry;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Models at the same time (default: as many as threads, as far as memory goes). It changes no"
                    + " figure but times.")
    private Integer parallel;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = output.console();
        ExperimentOptions.Loaded loaded = experiment.load();
        ModelCatalog catalog = ModelCatalog.load();
        PlanText plan = PlanText.of(
                loaded.file(), loaded.name(), String.valueOf(loaded.path().getFileName()), catalog);
        if (dry) {
            plan.lines().forEach(console::print);
            console.document(plan.toMap());
            return 0;
        }
        ExperimentRunner.Settings settings = new ExperimentRunner.Settings(
                machine.threads(),
                MachineOptions.count("--parallel", parallel),
                machine.device(),
                command(),
                loaded.name(),
                loaded.base());
        ExperimentData data = new ExperimentSource(loaded.file(), loaded.base()).load(console);
        // What cannot be divided leaves no folder behind.
        new Divider(loaded.file().protocol(), data)
                .testing(loaded.file().seeds().getFirst());
        Optional<RunFolder> begun = fresh ? Optional.empty() : RunFolder.unfinished(out, loaded.name(), loaded.text());
        begun.ifPresent(folder -> console.note("goes on with " + folder.root()));
        RunFolder folder = begun.isPresent() ? begun.get() : RunFolder.create(out, loaded.name(), loaded.text());
        RunResults results = run(console, loaded.file(), display -> new ExperimentRunner(
                        folder, loaded.file(), data, catalog, settings, display)
                .run());
        print(console, results, loaded.file().metrics().show(), folder);
        return results.models().stream().allMatch(model -> model.failure().isEmpty()) ? 0 : 1;
    }

    /** What runs under a display. */
    @FunctionalInterface
    private interface Work {
        RunResults run(RunListener display) throws IOException, InterruptedException;
    }

    private static RunResults run(Console console, ExperimentFile file, Work work)
            throws IOException, InterruptedException {
        String metric = file.metrics().decisive();
        int models = file.models().size();
        if (console.terminal() && models <= MOST_LIVE_ROWS) {
            try (TableRunDisplay display = new TableRunDisplay(
                    console, file.titles(), metric, file.seeds().size())) {
                return work.run(display);
            }
        }
        return work.run(new LineRunDisplay(console, metric, file.seeds().size() * models));
    }

    private static void print(Console console, RunResults results, List<String> show, RunFolder folder) {
        for (ModelResult model : results.models()) {
            if (!model.failure().isEmpty()) {
                console.note(model.name() + " failed, " + model.failure());
            }
        }
        Optional<RunStandings> standings = RunStandings.of(results);
        standings.ifPresent(s -> s.toText(show).lines().forEach(console::print));
        results.facts().notes().forEach(note -> console.note("note: " + note));
        console.print("results are in " + folder.root());
        console.document(RunStandings.toMap(results, folder.root().toString()));
    }

    private String command() {
        CommandLine.ParseResult parsed = spec.root().commandLine().getParseResult();
        return "kindred "
                + String.join(
                        " ",
                        parsed == null
                                ? List.of()
                                : parsed.originalArgs().stream()
                                        .map(ExperimentRunCommand::quoted)
                                        .toList());
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9@%+=:,./_-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
