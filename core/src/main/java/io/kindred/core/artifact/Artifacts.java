package io.kindred.core.artifact;

import io.kindred.core.model.Capability;
import io.kindred.core.model.TrainedModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Saves, opens and verifies artifacts: immutable directories of one {@code manifest.json} and Arrow files. Stateless and
 * thread-safe.
 */
public final class Artifacts {
    private static final int MAX_MANIFEST_BYTES = 1 << 20;

    private Artifacts() {}

    /**
     * Saves a model under a directory that must not exist yet. Everything is written and forced to disk under a temporary name
     * beside it, the manifest last, and then renamed: after a crash there is the whole artifact or none.
     *
     * @return the manifest written
     * @throws ArtifactException if the directory exists or cannot be written, as with a full disk; nothing is left behind
     */
    public static Manifest save(Path directory, TrainedModel model, ArtifactDetails details) {
        try (ArtifactDirectoryWriter writer = ArtifactDirectoryWriter.create(directory)) {
            model.save(writer);
            Set<String> capabilities = new TreeSet<>();
            for (Capability capability : Capability.of(model)) {
                capabilities.add(capability.id());
            }
            Manifest manifest = new Manifest(
                    Manifest.NEWEST_FORMAT,
                    model.info(),
                    writer.members(),
                    capabilities,
                    writer.settings(),
                    Map.of(
                            "users", model.users().fingerprint(),
                            "items", model.items().fingerprint()),
                    details.data(),
                    details.seed(),
                    details.metrics(),
                    environment(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    writer.entries());
            writer.commit(manifest);
            return manifest;
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot write the artifact " + directory + ": " + reason(e) + "; nothing was left behind", e);
        }
    }

    /**
     * Opens an artifact: reads the manifest, checks every file's size and maps the model. Checksums are not read; see
     * {@link #verify}.
     *
     * @throws ArtifactException naming the file that is missing or damaged
     */
    public static OpenArtifact open(Path directory) {
        Manifest manifest = manifest(directory);
        for (Manifest.Entry entry : manifest.files()) {
            checkSize(directory, entry);
        }
        return OpenArtifact.open(directory, manifest);
    }

    /**
     * Checks every file's size and checksum and that nothing else lies in the directory.
     *
     * @return the manifest
     * @throws ArtifactException naming the first file that is missing, damaged or foreign
     */
    public static Manifest verify(Path directory) {
        Manifest manifest = manifest(directory);
        Set<String> expected = new TreeSet<>();
        expected.add(Manifest.FILE_NAME);
        try {
            for (Manifest.Entry entry : manifest.files()) {
                expected.add(entry.name());
                checkSize(directory, entry);
                String actual = Sha256.of(directory.resolve(entry.name()));
                if (!actual.equals(entry.sha256())) {
                    throw new ArtifactException(directory.resolve(entry.name()) + " is damaged: its sha256 is " + actual
                            + ", the manifest says " + entry.sha256());
                }
            }
            try (var listing = Files.list(directory)) {
                listing.map(p -> p.getFileName().toString())
                        .filter(name -> !expected.contains(name))
                        .sorted()
                        .findFirst()
                        .ifPresent(name -> {
                            throw new ArtifactException(directory.resolve(name) + " does not belong to the artifact");
                        });
            }
            OpenArtifact.open(directory, manifest).close();
        } catch (IOException e) {
            throw new ArtifactException("cannot read the artifact " + directory + ": " + reason(e), e);
        }
        return manifest;
    }

    /**
     * Reads the manifest alone.
     *
     * @throws ArtifactException if there is none, or it is damaged or of an unknown format
     */
    public static Manifest manifest(Path directory) {
        Path file = directory.resolve(Manifest.FILE_NAME);
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new ArtifactException("there is no artifact at " + directory);
        }
        if (!Files.isDirectory(directory)) {
            throw new ArtifactException(
                    directory + " is not an artifact: an artifact is a directory with a " + Manifest.FILE_NAME);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ArtifactException(directory + " is not an artifact: it has no " + Manifest.FILE_NAME);
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_MANIFEST_BYTES + 1);
            if (bytes.length > MAX_MANIFEST_BYTES) {
                throw new ArtifactException(file + " is larger than " + MAX_MANIFEST_BYTES + " bytes");
            }
            return ManifestJson.read(new String(bytes, java.nio.charset.StandardCharsets.UTF_8), directory.toString());
        } catch (IOException e) {
            throw new ArtifactException("cannot read " + file + ": " + reason(e), e);
        }
    }

    private static void checkSize(Path directory, Manifest.Entry entry) {
        Path file = directory.resolve(entry.name());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ArtifactException(file + " is missing or is not a plain file");
        }
        try {
            long size = Files.size(file);
            if (size != entry.bytes()) {
                throw new ArtifactException(
                        file + " is damaged: it has " + size + " bytes, the manifest says " + entry.bytes());
            }
        } catch (IOException e) {
            throw new ArtifactException("cannot read " + file + ": " + reason(e), e);
        }
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        String version = Artifacts.class.getPackage().getImplementationVersion();
        environment.put("kindred", version == null ? "development" : version);
        environment.put("jdk", Runtime.version().toString());
        environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put(
                "cpu",
                System.getProperty("os.arch") + " x " + Runtime.getRuntime().availableProcessors());
        return environment;
    }

    /** What went wrong, for people: the message of a missing file is its path alone. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof java.nio.file.AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
