package io.kindred.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code kindred} command. */
@Command(
        name = "kindred",
        mixinStandardHelpOptions = true,
        versionProvider = KindredVersion.class,
        description = "Trains, evaluates and serves recommenders.")
public final class Kindred implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Without a sub-command: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /**
     * Runs one command and leaves the JVM with its exit code: 0 ok, 1 failed, 2 usage.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Kindred()).execute(args));
    }
}
