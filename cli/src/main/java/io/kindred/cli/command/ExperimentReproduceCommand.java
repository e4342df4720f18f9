package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import io.kindred.cli.console.Table;
import io.kindred.cli.experiment.ExperimentSource;
import io.kindred.cli.experiment.LineRunDisplay;
import io.kindred.core.model.ModelCatalog;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.experiment.RunFacts;
import io.kindred.evaluation.runner.Capacity;
import io.kindred.evaluation.runner.Reproduction;
import io.kindred.evaluation.runner.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred experiment reproduce}. */
@Command(
        name = "reproduce",
        description = {
            "Trains and measures a run's models again and compares every figure, also of each user.",
            "Models that promise the same bits for the same seed must give them; the others must stay within the spread",
            "that the run shows. Exit code 1 with a table where something differs. Settings are not searched again."
        },
        mixinStandardHelpOptions = true)
final class ExperimentReproduceCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Mixin
    private OutputOption output;

    @Mixin
    private MachineOptions machine;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as in runs/movies-20260131-120000.")
    private Path run;

    @Option(names = "--model", paramLabel = "NAME", description = "Only this model; may be repeated.")
    private Set<String> models = new LinkedHashSet<>();

    @Option(
            names = "--base",
            paramLabel = "FOLDER",
            description =
                    "Where paths in the experiment file begin, if the data have moved (default: where the file was).")
    private Path base;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = output.console();
        RunFolder folder = RunFolder.open(run);
        RunFacts facts = folder.facts();
        ExperimentFile file = folder.experiment();
        Path from = base == null ? folder.base() : base.toAbsolutePath();
        int total = facts.seeds().size() * (models.isEmpty() ? file.models().size() : models.size());
        List<Reproduction.Verdict> verdicts = new Reproduction(
                        folder,
                        new ExperimentSource(file, from).load(console),
                        ModelCatalog.load(),
                        Capacity.of(machine.threads(), OptionalInt.of(1), total),
                        machine.device(),
                        new LineRunDisplay(console, facts.chooseBy(), total))
                .run(models);
        print(console, verdicts);
        boolean same = verdicts.stream().allMatch(v -> v.differences().isEmpty());
        console.document(document(verdicts, same));
        return same ? 0 : 1;
    }

    private static void print(Console console, List<Reproduction.Verdict> verdicts) {
        Table table = new Table("model", "seed", "compared", "must be", "verdict");
        List<Reproduction.Difference> shown = new ArrayList<>();
        Table differences = new Table("model", "seed", "figure", "was", "is", "allowed");
        for (Reproduction.Verdict verdict : verdicts) {
            int count = verdict.differences().size();
            table.row(
                    verdict.title(),
                    String.valueOf(verdict.seed()),
                    String.valueOf(verdict.compared()),
                    verdict.exact() ? "the same bits" : "within the spread",
                    count == 0 ? "reproduced" : count + (count == 1 ? " figure differs" : " figures differ"));
            for (Reproduction.Difference difference : verdict.differences()) {
                if (shown.size() < SHOWN) {
                    shown.add(difference);
                    differences.row(
                            verdict.title(),
                            String.valueOf(verdict.seed()),
                            difference.what(),
                            String.valueOf(difference.was()),
                            String.valueOf(difference.is()),
                            difference.allowed());
                }
            }
        }
        table.lines().forEach(console::print);
        if (!shown.isEmpty()) {
            console.print("");
            differences.lines().forEach(console::print);
            int all = verdicts.stream().mapToInt(v -> v.differences().size()).sum();
            if (all > shown.size()) {
                console.print("and " + (all - shown.size()) + " more; --json has them all");
            }
        }
    }

    private static Map<String, Object> document(List<Reproduction.Verdict> verdicts, boolean same) {
        List<Object> list = new ArrayList<>();
        for (Reproduction.Verdict verdict : verdicts) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("model", verdict.title());
            entry.put("seed", verdict.seed());
            entry.put("exact", verdict.exact());
            entry.put("compared", verdict.compared());
            List<Object> differences = new ArrayList<>();
            for (Reproduction.Difference difference : verdict.differences()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("figure", difference.what());
                one.put("was", finite(difference.was()));
                one.put("is", finite(difference.is()));
                one.put("allowed", difference.allowed());
                differences.add(one);
            }
            entry.put("differences", differences);
            list.add(entry);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("reproduced", same);
        document.put("models", list);
        return document;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
