package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import io.kindred.core.KindredException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred experiment init}: a file to begin with. */
@Command(
        name = "init",
        description = "Writes an experiment file to begin with, with comments.",
        mixinStandardHelpOptions = true)
final class ExperimentInitCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "experiment.yaml",
            description = "The file to write (default: ${DEFAULT-VALUE}).")
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            defaultValue = "data/ratings.csv",
            description = "The data, relative to the file's folder (default: ${DEFAULT-VALUE}).")
    private String data;

    @Override
    public Integer call() throws IOException {
        Console console = output.console();
        String text;
        try (InputStream in = ExperimentInitCommand.class.getResourceAsStream("experiment.yaml")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String quoted = data.matches("[A-Za-z0-9_./-]+") ? data : "'" + data.replace("'", "''") + "'";
        try {
            Files.writeString(file, text.replace("data/ratings.csv", quoted), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new KindredException(file + " exists already; name another file", e);
        }
        console.print("wrote " + file + "; 'kindred experiment run " + file + "' runs it");
        console.document(Map.of("file", file.toString()));
        return 0;
    }
}
