package io.kindred.cli.reproduce;

import io.kindred.cli.console.Console;
import io.kindred.cli.experiment.ExperimentSource;
import io.kindred.cli.experiment.LineRunDisplay;
import io.kindred.core.model.ModelCatalog;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.runner.ExperimentRunner;
import io.kindred.evaluation.runner.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Runs studies into a folder of runs; what is done there already is read and never run again.
 *
 * @param data the folder that the paths of the experiment files are relative to
 * @param runs where runs are kept
 * @param threads to use together; empty for one per processor
 * @param command the command line, for the record
 * @param console hears of progress
 */
public record Reproduction(Path data, Path runs, OptionalInt threads, String command, Console console) {
    private static final String DEVICE = "cpu";

    /** What there is of a study without running anything. */
    public Outcome known(Study study, String reason) throws IOException {
        Optional<RunFolder> finished = finished(study);
        return finished.isPresent()
                ? new Outcome(study, Optional.of(finished.get().load()), "")
                : new Outcome(study, Optional.empty(), reason);
    }

    /** Runs a study, or goes on with it, or reads it. */
    public Outcome run(Study study, ModelCatalog catalog) throws IOException, InterruptedException {
        Optional<RunFolder> finished = finished(study);
        if (finished.isPresent()) {
            console.note(study.name() + ": done before, in " + finished.get().root());
            return new Outcome(study, Optional.of(finished.get().load()), "");
        }
        Optional<String> missing = study.missing(data, catalog);
        if (missing.isPresent()) {
            console.note(study.name() + ": skipped, " + missing.get());
            return new Outcome(study, Optional.empty(), missing.get());
        }
        console.note(study.name() + ": " + study.title() + ", " + study.protocol());
        ExperimentFile file = study.experiment();
        Optional<RunFolder> begun = RunFolder.unfinished(runs, study.name(), study.text());
        RunFolder folder = begun.isPresent() ? begun.get() : RunFolder.create(runs, study.name(), study.text());
        RunResults results = new ExperimentRunner(
                        folder,
                        file,
                        new ExperimentSource(file, data).load(console),
                        catalog,
                        new ExperimentRunner.Settings(
                                threads, OptionalInt.empty(), DEVICE, command, study.name(), data),
                        new LineRunDisplay(
                                console,
                                file.metrics().decisive(),
                                file.seeds().size() * file.models().size()))
                .run();
        return new Outcome(study, Optional.of(results), "");
    }

    /** The newest finished run of the study's file as it is now. */
    private Optional<RunFolder> finished(Study study) throws IOException {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        String text = study.text();
        try (Stream<Path> entries = Files.list(runs)) {
            List<Path> roots = entries.filter(path -> Files.isRegularFile(path.resolve(RunFolder.EXPERIMENT)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path root : roots) {
                RunFolder folder = new RunFolder(root);
                if (folder.text().equals(text) && folder.isFinished()) {
                    return Optional.of(folder);
                }
            }
        }
        return Optional.empty();
    }
}
