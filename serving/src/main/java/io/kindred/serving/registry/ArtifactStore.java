package io.kindred.serving.registry;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.Manifest;
import io.kindred.serving.config.KindredConfig;
import io.kindred.serving.config.KindredHome;
import io.kindred.serving.problem.BodyTooLargeException;
import io.kindred.serving.problem.ProblemException;
import io.kindred.serving.problem.ProblemType;
import io.kindred.serving.slot.ModelKey;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The files of published models. What comes in is copied to a temporary folder, forced to disk and verified there; only then
 * it gets its place by a rename. A crash at any moment leaves a whole model or a leftover that the next start removes.
 */
@Startup
@Singleton
public final class ArtifactStore {
    private static final Logger LOG = Logger.getLogger(ArtifactStore.class);
    private static final String INCOMING = ".incoming-";

    private final Path models;
    private final PublishingRoot root;
    private final ZipUnpacker unpacker;

    /**
     * An artifact that came in whole and waits for its place.
     *
     * @param directory where it lies
     * @param manifest what it says about itself
     */
    public record Incoming(Path directory, Manifest manifest) {}

    private interface Filler {
        void fill(Path target) throws IOException;
    }

    ArtifactStore(KindredHome home, KindredConfig config) {
        this.models = home.models();
        this.root = new PublishingRoot(config.artifacts().root().orElse(home.artifacts()));
        this.unpacker = new ZipUnpacker(
                config.artifacts().maxUploadBytes(), config.artifacts().maxUploadFiles());
        removeLeftovers();
    }

    /** The folder of a published model. */
    public Path directory(ModelKey key) {
        return models.resolve(key.name()).resolve(Integer.toString(key.version()));
    }

    /**
     * Takes in an artifact from a folder of this machine.
     *
     * @param path absolute, or relative to the folder artifacts may be published from
     * @throws ProblemException if the path leads outside that folder, links followed
     * @throws ArtifactException if it is not a sound artifact
     */
    public Incoming copy(String path) {
        Path source = root.resolve(path);
        return receive(target -> {
            List<String> names = new ArrayList<>();
            for (Manifest.Entry entry : Artifacts.manifest(source).files()) {
                names.add(entry.name());
            }
            names.add(Manifest.FILE_NAME);
            for (String name : names) {
                copyPlainFile(source, name, target);
            }
        });
    }

    /**
     * Takes in an artifact from a ZIP archive.
     *
     * @param declaredBytes what the sender says it has, or -1
     * @throws ArtifactException if it is not a sound artifact
     */
    public Incoming unpack(InputStream zip, long declaredBytes) {
        return receive(target -> unpacker.unpack(zip, declaredBytes, target));
    }

    /** Gives an artifact its place. */
    public void keep(Incoming incoming, ModelKey key) {
        Path place = directory(key);
        try {
            Files.createDirectories(place.getParent());
            Files.move(incoming.directory(), place, StandardCopyOption.ATOMIC_MOVE);
            sync(place.getParent());
            sync(models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what came in and has no place; nothing happens where it was kept. */
    public void discard(Incoming incoming) {
        if (Files.exists(incoming.directory())) {
            delete(incoming.directory());
        }
    }

    /** The highest version that has a folder, also one that the database does not know; 0 where there is none. */
    public int highestVersion(String name) {
        Path folder = models.resolve(name);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.map(v -> v.getFileName().toString())
                    .filter(v -> v.matches("[0-9]{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeLeftovers() {
        try (Stream<Path> files = Files.list(models)) {
            files.filter(f -> f.getFileName().toString().startsWith(INCOMING)).forEach(ArtifactStore::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Incoming receive(Filler filler) {
        Path target = models.resolve(INCOMING + UUID.randomUUID());
        boolean whole = false;
        try {
            Files.createDirectory(target);
            filler.fill(target);
            sync(target);
            Incoming incoming = new Incoming(target, Artifacts.verify(target));
            whole = true;
            return incoming;
        } catch (BodyTooLargeException e) {
            throw new ProblemException(ProblemType.BODY_TOO_LARGE, e.getMessage(), e);
        } catch (ArtifactException e) {
            throw new ArtifactException(
                    e.getMessage().replace(target + "/", "").replace(target.toString(), "the artifact"), e);
        } catch (IOException e) {
            throw new ArtifactException(
                    "the artifact could not be stored: " + e.getMessage() + "; nothing was kept", e);
        } finally {
            if (!whole && Files.exists(target)) {
                delete(target);
            }
        }
    }

    private static void copyPlainFile(Path source, String name, Path target) throws IOException {
        Path file = source.resolve(name);
        if (!source.equals(file.getParent()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ArtifactException(name + " is missing or is not a plain file");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            write(in, target.resolve(name));
        }
    }

    /** Writes a new file and forces it to disk. */
    static void write(InputStream in, Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(out));
            out.force(true);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warnf("the leftover %s could not be removed: %s", directory, e.getMessage());
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
