package io.kindred.core.artifact;

import io.kindred.core.arrow.ArrowFormatException;
import io.kindred.core.model.Recommender;
import io.kindred.core.scorer.ServingForms;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An artifact mapped into memory. Thread-safe. Closing unmaps it, so nobody may be using the model any more; a second close
 * does nothing.
 */
public final class OpenArtifact implements AutoCloseable {
    private final Path directory;
    private final Manifest manifest;
    private final Arena arena;
    private final Recommender model;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenArtifact(Path directory, Manifest manifest, Arena arena, Recommender model) {
        this.directory = directory;
        this.manifest = manifest;
        this.arena = arena;
        this.model = model;
    }

    static OpenArtifact open(Path directory, Manifest manifest) {
        Arena arena = Arena.ofShared();
        try {
            Recommender model =
                    ServingForms.load(manifest.info(), new ArtifactDirectoryReader(directory, manifest, arena));
            requireFingerprint(directory, manifest, "users", model.users().fingerprint());
            requireFingerprint(directory, manifest, "items", model.items().fingerprint());
            return new OpenArtifact(directory, manifest, arena, model);
        } catch (IOException e) {
            arena.close();
            throw new ArtifactException("cannot read the artifact " + directory + ": " + Artifacts.reason(e), e);
        } catch (ArrowFormatException e) {
            arena.close();
            throw new ArtifactException(directory + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    private static void requireFingerprint(Path directory, Manifest manifest, String part, String actual) {
        if (!actual.equals(manifest.vocabularies().get(part))) {
            throw new ArtifactException(directory + ": the vocabulary in " + part
                    + ".arrow is not the one the model was trained with (its fingerprint differs from the manifest's)");
        }
    }

    public Path directory() {
        return directory;
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The model, usable until this artifact is closed. */
    public Recommender model() {
        return model;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            model.close();
            arena.close();
        }
    }
}
