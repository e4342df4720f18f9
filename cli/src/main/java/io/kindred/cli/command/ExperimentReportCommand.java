package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.console.Console;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.results.LatexTable;
import io.kindred.evaluation.results.MarkdownReport;
import io.kindred.evaluation.results.RunPage;
import io.kindred.evaluation.runner.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred experiment report}: what a run found, for readers. */
@Command(
        name = "report",
        description = {
            "Writes what a run found as one page, a Markdown document or a LaTeX table.",
            "The page opens without a network: leaderboard, significance, trade-offs, curves, groups, time and memory."
        },
        mixinStandardHelpOptions = true)
final class ExperimentReportCommand implements Callable<Integer> {
    /** The names are the endings of the files. */
    enum Form {
        HTML,
        MD,
        TEX
    }

    @Mixin
    private OutputOption output;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, finished or not.")
    private Path run;

    @Option(
            names = "--format",
            defaultValue = "html",
            paramLabel = "FORMAT",
            description = "html, md or tex (default: ${DEFAULT-VALUE}).")
    private Form format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it (default: report.html, .md or .tex in the folder of the run).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Console console = output.console();
        RunFolder folder = RunFolder.open(run);
        String ending = format.name().toLowerCase(Locale.ROOT);
        Path target = out == null ? folder.root().resolve("report." + ending) : out;
        if (Files.isDirectory(target)) {
            throw new UsageException(target + " is a folder; name a file, as in " + target.resolve("report." + ending));
        }
        RunResults results = folder.load();
        switch (format) {
            case HTML -> RunPage.of(results).write(target);
            case MD -> Files.writeString(target, MarkdownReport.of(results));
            case TEX -> Files.writeString(target, LatexTable.of(results));
        }
        console.print("wrote " + target);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", folder.name());
        document.put("format", ending);
        document.put("file", target.toString());
        console.document(document);
        return 0;
    }
}
