package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import io.kindred.cli.console.Table;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.Manifest;
import io.kindred.core.json.Json;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kindred artifact}: looks into saved models. */
@Command(
        name = "artifact",
        description = "Inspects and verifies saved models.",
        mixinStandardHelpOptions = true,
        subcommands = {ArtifactCommand.InspectCommand.class, ArtifactCommand.VerifyCommand.class})
public final class ArtifactCommand {
    /** {@code kindred artifact inspect}. */
    @Command(name = "inspect", description = "Shows what an artifact says of itself.", mixinStandardHelpOptions = true)
    static final class InspectCommand implements Callable<Integer> {
        @Mixin
        private OutputOption output;

        @Parameters(paramLabel = "DIR", description = "The artifact's directory.")
        private Path directory;

        @Override
        public Integer call() throws IOException {
            Console console = output.console();
            Manifest manifest = Artifacts.manifest(directory);
            console.print("model:        " + manifest.info().provider() + " ("
                    + manifest.info().kind().id() + ")");
            console.print("parameters:   " + Json.writeCompact(manifest.info().parameters()));
            for (ModelInfo member : manifest.members()) {
                console.print("member:       " + member.provider() + " ("
                        + member.kind().id() + ") " + Json.writeCompact(member.parameters()));
            }
            console.print("capabilities: " + String.join(", ", manifest.capabilities()));
            console.print("data:         " + manifest.data().source() + ", "
                    + manifest.data().split()
                    + (manifest.data().snapshot().isEmpty()
                            ? ""
                            : ", snapshot " + manifest.data().snapshot()));
            if (!manifest.data().weights().isEmpty()) {
                console.print("weights:      " + manifest.data().weights());
            }
            console.print("seed:         " + manifest.seed());
            console.print("metrics:      " + Json.writeCompact(manifest.metrics()));
            console.print("created:      " + manifest.created() + " with " + Json.writeCompact(manifest.environment()));
            console.print("format:       " + manifest.formatVersion());
            Table table = new Table("file", "bytes", "rows", "sha256");
            for (Manifest.Entry file : manifest.files()) {
                table.row(file.name(), Long.toString(file.bytes()), Long.toString(file.rows()), file.sha256());
            }
            console.print("");
            table.lines().forEach(console::print);
            if (console.json()) {
                console.document(
                        Json.parse(Files.readString(directory.resolve(Manifest.FILE_NAME)), Manifest.FILE_NAME));
            }
            return 0;
        }
    }

    /** {@code kindred artifact verify}. */
    @Command(
            name = "verify",
            description = "Checks every file of an artifact against its checksum and opens it.",
            mixinStandardHelpOptions = true)
    static final class VerifyCommand implements Callable<Integer> {
        @Mixin
        private OutputOption output;

        @Parameters(paramLabel = "DIR", description = "The artifact's directory.")
        private Path directory;

        @Override
        public Integer call() {
            Console console = output.console();
            Manifest manifest = Artifacts.verify(directory);
            long bytes =
                    manifest.files().stream().mapToLong(Manifest.Entry::bytes).sum();
            console.print("ok: " + manifest.files().size() + " files, " + bytes + " bytes, all checksums agree");
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("ok", true);
            json.put("files", manifest.files().size());
            json.put("bytes", bytes);
            console.document(json);
            return 0;
        }
    }
}
