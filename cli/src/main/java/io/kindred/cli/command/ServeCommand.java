package io.kindred.cli.command;

import io.kindred.cli.KindredHome;
import io.kindred.cli.console.Console;
import io.kindred.cli.server.ServerClient;
import io.kindred.cli.server.ServerProcess;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred serve}: runs the server until it is stopped. */
@Command(name = "serve", description = "Runs the server until it is stopped.", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "N",
            description = "The port to listen on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = output.console();
        KindredHome home = KindredHome.ofEnvironment();
        ServerProcess.requireFree(host, port);
        try (ServerProcess server = ServerProcess.start(home, host, port, console);
                ServerClient client = new ServerClient(server.address(), home.token())) {
            server.awaitReady(client);
            console.print("Kindred is at " + server.address() + " (stop it with Ctrl-C)");
            console.document(Map.of("address", server.address().toString()));
            return server.waitFor();
        }
    }
}
