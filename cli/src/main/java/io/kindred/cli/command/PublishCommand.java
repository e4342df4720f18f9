package io.kindred.cli.command;

import io.kindred.cli.KindredHome;
import io.kindred.cli.console.Console;
import io.kindred.cli.server.ArtifactShelf;
import io.kindred.cli.server.ServerClient;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.Manifest;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred publish}: hands an artifact to a running server as a new, staged version. */
@Command(
        name = "publish",
        description = "Hands a saved model to a running server as a new version.",
        mixinStandardHelpOptions = true)
public final class PublishCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Mixin
    private ServerOptions server;

    @Parameters(paramLabel = "DIR", description = "The artifact's directory.")
    private Path artifact;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The model's name on the server (default: the artifact's model).")
    private String name;

    @Option(names = "--promote", description = "Makes the new version the live one at once.")
    private boolean promote;

    @Override
    public Integer call() throws InterruptedException {
        Console console = output.console();
        Manifest manifest = Artifacts.verify(artifact);
        String modelName = name == null ? manifest.info().provider() : name;
        try (ServerClient client = server.client()) {
            Path shelved = new ArtifactShelf(KindredHome.ofEnvironment().artifacts()).place(artifact, modelName);
            Map<String, Object> published = client.publish(modelName, shelved);
            long version = ((Number) published.get("version")).longValue();
            console.print("published " + modelName + " version " + version);
            if (promote) {
                client.promote(modelName, version);
                console.print("promoted " + modelName + " version " + version);
            }
            console.document(Map.of("name", modelName, "version", version, "promoted", promote));
        }
        return 0;
    }
}
