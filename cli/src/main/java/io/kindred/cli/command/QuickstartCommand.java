package io.kindred.cli.command;

import io.kindred.cli.KindredHome;
import io.kindred.cli.quickstart.Quickstart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred quickstart}: from data to recommendations in the browser. */
@Command(
        name = "quickstart",
        description = "Imports data, trains and compares three models, and serves the best one.",
        mixinStandardHelpOptions = true)
public final class QuickstartCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "A file or folder in any known format (default: a simulated film catalogue).")
    private Path data;

    @Option(names = "--no-serve", description = "Stops after the leaderboard.")
    private boolean noServe;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "N",
            description = "The server's port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description = "The server's address (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "N",
            description = "Seed of every random draw (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Quickstart quickstart = new Quickstart(KindredHome.ofEnvironment(), seed, output.console());
        Optional<Path> source = Optional.ofNullable(data);
        if (noServe) {
            quickstart.withoutServer(source);
            return 0;
        }
        return quickstart.withServer(source, host, port);
    }
}
