package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import io.kindred.cli.server.ServerClient;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kindred promote}: makes a published version the live one. */
@Command(name = "promote", description = "Makes a published version the live one.", mixinStandardHelpOptions = true)
public final class PromoteCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Mixin
    private ServerOptions server;

    @Parameters(index = "0", paramLabel = "NAME", description = "The model's name on the server.")
    private String name;

    @Parameters(index = "1", paramLabel = "VERSION", description = "Its version.")
    private long version;

    @Override
    public Integer call() throws InterruptedException {
        Console console = output.console();
        try (ServerClient client = server.client()) {
            client.promote(name, version);
        }
        console.print("promoted " + name + " version " + version);
        console.document(Map.of("name", name, "version", version, "stage", "live"));
        return 0;
    }
}
