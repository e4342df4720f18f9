package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.console.Console;
import io.kindred.cli.reproduce.Outcome;
import io.kindred.cli.reproduce.Reproduction;
import io.kindred.cli.reproduce.ReproductionPage;
import io.kindred.cli.reproduce.Study;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.Suggestion;
import io.kindred.evaluation.html.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred reproduce}: published results, run again. */
@Command(
        name = "reproduce",
        description = {
            "Runs the experiments that published figures exist for and writes ours beside them.",
            "What is done is not run again, a run that was broken off is continued, and data that are not there are"
                    + " skipped. Exit code 1 when a figure is not reproduced that was before."
        },
        mixinStandardHelpOptions = true)
public final class ReproduceCommand implements Callable<Integer> {
    private static final String PAGE = "reproduction.md";

    @Mixin
    private OutputOption output;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description = "The folder with ml-100k, ml-latest-small, amazon-beauty and so on.")
    private Path data;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAMES",
            description = "These studies, separated by commas; also those that take hours and run only when named.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--out",
            defaultValue = "docs/results",
            paramLabel = "FOLDER",
            description = "Where " + PAGE + " is written (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--runs",
            defaultValue = "runs/reproduce",
            paramLabel = "FOLDER",
            description = "Where runs are kept (default: ${DEFAULT-VALUE}).")
    private Path runs;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use (default: one per processor).")
    private Integer threads;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = output.console();
        if (!Files.isDirectory(data)) {
            throw new UsageException(
                    data + " is not a folder; name the one that has ml-100k, ml-latest-small and so on");
        }
        if (threads != null && threads < 1) {
            throw new UsageException("--threads is " + threads + " but must be at least 1");
        }
        List<Study> studies = Study.all();
        List<String> names = studies.stream().map(Study::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new UsageException("unknown study '" + name + "'; available: " + String.join(", ", names)
                        + Suggestion.didYouMean(name, names));
            }
        }
        ModelCatalog catalog = ModelCatalog.load();
        String command = "kindred reproduce" + (only.isEmpty() ? "" : " --only " + String.join(",", only));
        Reproduction reproduction = new Reproduction(
                data, runs, threads == null ? OptionalInt.empty() : OptionalInt.of(threads), command, console);
        List<Outcome> outcomes = new ArrayList<>();
        for (Study study : studies) {
            boolean wanted = only.isEmpty() ? !study.isLong() : only.contains(study.name());
            String reason = study.isLong() ? "takes hours; name it with --only " + study.name() : "not asked for";
            outcomes.add(wanted ? reproduction.run(study, catalog) : reproduction.known(study, reason));
        }
        Files.createDirectories(out);
        Path page = out.resolve(PAGE);
        Files.writeString(page, ReproductionPage.of(outcomes));
        return conclude(outcomes, page, console);
    }

    private static int conclude(List<Outcome> outcomes, Path page, Console console) {
        int missed = 0;
        Map<String, Object> document = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            for (Outcome.Line line : outcome.lines()) {
                if (line.isMissed()) {
                    boolean known = line.published().orElseThrow().known();
                    missed += known ? 0 : 1;
                    console.print((known ? "not reproduced, as is known: " : "not reproduced: ")
                            + outcome.study().name() + ", " + line.model() + ", "
                            + line.metric() + " " + Format.NUMBER.text(line.ours()) + " against "
                            + line.published().orElseThrow().value());
                }
            }
            document.put(
                    outcome.study().name(), outcome.results().isPresent() ? "run" : "not run: " + outcome.skipped());
        }
        console.print("wrote " + page);
        document.put("missed", missed);
        console.document(document);
        return missed == 0 ? 0 : 1;
    }
}
