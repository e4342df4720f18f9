package io.kindred.featurestore.sample;

import io.kindred.core.KindredException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a simulated sample as an importable folder of RecBole atomic files, with impressions, posters and the
 * truth beside them; {@code docs/sample.md} lists the files. The folder appears whole or not at all: it is
 * written under another name beside its place and then renamed. Equal samples give byte-identical folders.
 */
public final class SampleWriter {
    private static final String NAME = "sample";

    private SampleWriter() {}

    /**
     * Writes a sample to a folder that does not exist yet or is empty.
     *
     * @throws KindredException if the folder has something in it or cannot be written; nothing is left behind
     */
    public static void write(SimulatedSample sample, Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        refuseOccupied(target);
        Path partial = null;
        try {
            Files.createDirectories(target.getParent());
            partial = Files.createDirectory(
                    target.resolveSibling("." + target.getFileName() + ".partial-" + UUID.randomUUID()));
            writeFiles(sample, partial);
            Files.deleteIfExists(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            deleteTree(partial, e);
            throw new KindredException(
                    "cannot write the sample to " + target + ": " + reason(e)
                            + "; choose a folder you may write to, on a disk with space left",
                    e);
        }
    }

    private static void refuseOccupied(Path target) {
        if (target.getParent() == null) {
            throw new KindredException("cannot write the sample to " + target + ": name a folder below it");
        }
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new KindredException(target + " is a file; name a new or empty folder for the sample");
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(target)) {
            if (content.iterator().hasNext()) {
                throw new KindredException(
                        target + " is not empty; name a new or empty folder for the sample, or remove this one first");
            }
        } catch (IOException e) {
            throw new KindredException("cannot read " + target + ": " + reason(e), e);
        }
    }

    private static void writeFiles(SimulatedSample sample, Path folder) throws IOException {
        FilmWorld world = sample.world();
        AtomicFiles.writeUsers(world, folder.resolve(NAME + ".user"));
        AtomicFiles.writeItems(world, folder.resolve(NAME + ".item"));
        AtomicFiles.writeInteractions(sample, folder.resolve(NAME + ".inter"));
        AtomicFiles.writeImpressions(sample, folder.resolve(NAME + ".impressions"));
        Files.createDirectory(folder.resolve("posters"));
        PosterPainter painter = new PosterPainter(world.parameters().seed());
        for (Film film : world.films()) {
            Files.writeString(folder.resolve(film.poster()), painter.paint(film));
        }
        List<String> users = world.viewers().stream().map(Viewer::id).toList();
        List<String> items = world.films().stream().map(Film::id).toList();
        new StoredTruth(world.truth(), users, items).write(folder);
        Files.writeString(folder.resolve("README.md"), SampleNotes.readme(sample));
        Files.writeString(folder.resolve("simulated.json"), SampleNotes.marker(sample));
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")");
    }

    private static void deleteTree(Path folder, Exception reason) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
