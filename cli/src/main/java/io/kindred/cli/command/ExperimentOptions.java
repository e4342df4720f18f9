package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.core.KindredException;
import io.kindred.evaluation.definition.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The file of an experiment. */
public final class ExperimentOptions {
    @Parameters(paramLabel = "FILE", description = "The experiment file; docs/experiments.md has every key.")
    private Path path;

    /**
     * What was read.
     *
     * @param file the experiment
     * @param text as it is on disk
     * @param name the experiment's name: the one in the file, else the file's own
     * @param path of the file
     * @param base the folder it is in
     */
    record Loaded(ExperimentFile file, String text, String name, Path path, Path base) {}

    Loaded load() throws IOException {
        if (Files.isDirectory(path)) {
            throw new UsageException(path + " is a folder; name an experiment file, as in movies.yaml");
        }
        String text = Files.readString(path);
        String fileName = String.valueOf(path.getFileName());
        ExperimentFile file;
        try {
            file = ExperimentFile.parse(text, fileName);
        } catch (KindredException e) {
            throw new UsageException(e);
        }
        Path base = path.toAbsolutePath().normalize().getParent();
        String name = file.name().orElse(fileName.replaceFirst("\\.ya?ml$", "").replaceAll("[^A-Za-z0-9._-]", "-"));
        return new Loaded(file, text, name, path, base);
    }
}
