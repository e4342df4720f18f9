package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import io.kindred.cli.server.ServerClient;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindred rollback}: makes the version that was live before the live one again. */
@Command(
        name = "rollback",
        description = "Makes the version that was live before the live one again.",
        mixinStandardHelpOptions = true)
public final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Mixin
    private ServerOptions server;

    @Override
    public Integer call() throws InterruptedException {
        Console console = output.console();
        try (ServerClient client = server.client()) {
            Map<String, Object> answer = client.rollback();
            if (answer.get("live") instanceof Map<?, ?> live) {
                console.print("live again: " + live.get("name") + " version " + live.get("version"));
            }
            console.document(answer);
        }
        return 0;
    }
}
