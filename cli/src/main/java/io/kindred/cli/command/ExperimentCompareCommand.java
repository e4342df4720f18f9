package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.console.Console;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.runner.RunComparison;
import io.kindred.evaluation.runner.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred experiment compare}. */
@Command(
        name = "compare",
        description = {
            "Compares the models of several runs with paired tests.",
            "Refused where runs were measured on different data or in different ways, with what differs."
        },
        mixinStandardHelpOptions = true)
final class ExperimentCompareCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs, as in runs/movies-20260131-120000.")
    private List<Path> runs;

    @Option(
            names = "--by",
            defaultValue = "",
            paramLabel = "METRIC",
            description = "What ranks the models, as in ndcg@10 (default: what the first run was ranked by).")
    private String metric;

    @Option(
            names = "--show",
            split = ",",
            paramLabel = "METRIC",
            description = "Further metrics in the table (default: those of the first run's file).")
    private List<String> show;

    @Override
    public Integer call() throws IOException {
        Console console = output.console();
        if (runs.size() < 2) {
            throw new UsageException("name at least two runs to compare");
        }
        List<RunResults> loaded = new ArrayList<>();
        for (Path run : runs) {
            loaded.add(RunFolder.open(run).load());
        }
        RunComparison comparison = RunComparison.of(loaded, metric);
        List<String> shown = show == null
                ? RunFolder.open(runs.getFirst()).experiment().metrics().show()
                : show;
        comparison.leaderboard().toText(shown).lines().forEach(console::print);
        comparison.notes().forEach(note -> console.note("note: " + note));
        Map<String, Object> document =
                new LinkedHashMap<>(comparison.leaderboard().toMap());
        document.put("metrics", comparison.metrics());
        document.put("notes", comparison.notes());
        console.document(document);
        return 0;
    }
}
