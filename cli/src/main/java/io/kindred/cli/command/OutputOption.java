package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that every command has: results as JSON. */
public final class OutputOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--json",
            description = "Print one JSON document on standard output; progress goes to standard error.")
    private boolean json;

    Console console() {
        CommandLine line = command.commandLine();
        return new Console(line.getOut(), line.getErr(), json, Boolean.getBoolean("kindred.terminal"));
    }
}
