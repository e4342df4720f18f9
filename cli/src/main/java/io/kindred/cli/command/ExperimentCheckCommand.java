package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import io.kindred.cli.experiment.PlanText;
import io.kindred.core.model.ModelCatalog;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindred experiment check}: is the file right, and what would be run? */
@Command(
        name = "check",
        description = "Checks an experiment file and prints what would be run; reads no data and trains nothing.",
        mixinStandardHelpOptions = true)
final class ExperimentCheckCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Mixin
    private ExperimentOptions experiment;

    @Override
    public Integer call() throws IOException {
        Console console = output.console();
        ExperimentOptions.Loaded loaded = experiment.load();
        PlanText plan = PlanText.of(
                loaded.file(), loaded.name(), String.valueOf(loaded.path().getFileName()), ModelCatalog.load());
        plan.lines().forEach(console::print);
        console.document(plan.toMap());
        return 0;
    }
}
