package io.kindred.cli.command;

import io.kindred.cli.KindredHome;
import io.kindred.cli.UsageException;
import io.kindred.cli.server.ServerClient;
import java.net.URI;
import picocli.CommandLine.Option;

/** Which server an administrator's command talks to. */
public final class ServerOptions {
    @Option(
            names = "--server",
            defaultValue = "http://127.0.0.1:8080",
            paramLabel = "URL",
            description = "The server's address (default: ${DEFAULT-VALUE}).")
    private String server;

    ServerClient client() {
        try {
            URI base = URI.create(server);
            if (("http".equals(base.getScheme()) || "https".equals(base.getScheme())) && base.getHost() != null) {
                return new ServerClient(base, KindredHome.ofEnvironment().token());
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException("--server is '" + server + "', which is no address: " + e.getMessage());
        }
        throw new UsageException("--server is '" + server + "' but must be like http://127.0.0.1:8080");
    }
}
