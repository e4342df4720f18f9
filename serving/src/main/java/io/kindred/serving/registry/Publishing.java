package io.kindred.serving.registry;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.Manifest;
import io.kindred.core.artifact.OpenArtifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;

/** Describes an artifact that came in as the registry keeps it. */
final class Publishing {
    private Publishing() {}

    /**
     * Everything but name and version.
     *
     * @throws ArtifactException if the artifact cannot be opened
     */
    static ModelVersion describe(ArtifactStore.Incoming incoming) {
        Manifest manifest = incoming.manifest();
        ModelVersion model = new ModelVersion();
        model.kind = manifest.info().kind().id();
        model.provider = manifest.info().provider();
        model.parameters = manifest.info().parameters();
        model.metrics = new LinkedHashMap<>(manifest.metrics());
        model.capabilities = String.join(",", manifest.capabilities());
        // The database keeps microseconds.
        model.created = instant(manifest.created()).truncatedTo(ChronoUnit.MICROS);
        model.published = Instant.now().truncatedTo(ChronoUnit.MICROS);
        model.source = manifest.data().source();
        model.snapshot = manifest.data().snapshot();
        model.split = manifest.data().split();
        model.seed = manifest.seed();
        model.sha256 = sha256(incoming);
        for (Manifest.Entry file : manifest.files()) {
            model.bytes += file.bytes();
        }
        try (OpenArtifact artifact = Artifacts.open(incoming.directory())) {
            model.users = artifact.model().users().size();
            model.items = artifact.model().items().size();
        }
        return model;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ArtifactException("the manifest's time '" + text + "' is not an ISO 8601 time in UTC", e);
        }
    }

    private static String sha256(ArtifactStore.Incoming incoming) {
        try {
            byte[] manifest = Files.readAllBytes(incoming.directory().resolve(Manifest.FILE_NAME));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
