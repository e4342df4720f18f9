package io.kindred.cli;

import io.kindred.cli.command.ArtifactCommand;
import io.kindred.cli.command.DataCommand;
import io.kindred.cli.command.DoctorCommand;
import io.kindred.cli.command.EvaluateCommand;
import io.kindred.cli.command.ExperimentCommand;
import io.kindred.cli.command.ModelsCommand;
import io.kindred.cli.command.OffPolicyCommand;
import io.kindred.cli.command.PromoteCommand;
import io.kindred.cli.command.PublishCommand;
import io.kindred.cli.command.QuickstartCommand;
import io.kindred.cli.command.RecommendCommand;
import io.kindred.cli.command.ReproduceCommand;
import io.kindred.cli.command.RollbackCommand;
import io.kindred.cli.command.ServeCommand;
import io.kindred.cli.command.TrainCommand;
import io.kindred.cli.command.UpdateCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code kindred} command. Exit codes: 0 ok, 1 failed, 2 usage. */
@Command(
        name = "kindred",
        mixinStandardHelpOptions = true,
        versionProvider = KindredVersion.class,
        description = "Trains, evaluates and serves recommenders.",
        subcommands = {
            QuickstartCommand.class,
            DataCommand.class,
            ModelsCommand.class,
            TrainCommand.class,
            UpdateCommand.class,
            EvaluateCommand.class,
            ExperimentCommand.class,
            ReproduceCommand.class,
            OffPolicyCommand.class,
            RecommendCommand.class,
            ArtifactCommand.class,
            ServeCommand.class,
            PublishCommand.class,
            PromoteCommand.class,
            RollbackCommand.class,
            DoctorCommand.class
        },
        footer = {"", "'kindred test' runs the whole test suite; 'kindred quickstart' shows everything at once."})
public final class Kindred implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Without a sub-command: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The command line with its error messages, writing to the given places. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        Failures failures = new Failures(KindredHome.ofEnvironment());
        return new CommandLine(new Kindred())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    /**
     * Runs one command and leaves the JVM with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(out, err).execute(args));
    }
}
