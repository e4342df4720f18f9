package io.kindred.featurestore.importer;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file or folder to import.
 *
 * @param path the file or folder
 * @param part the part that all its events belong to, or {@link Part#ALL} to take it from file names in a folder
 */
public record InputSource(Path path, Part part) {
    /** Checks that no component is null. */
    public InputSource {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(part, "part");
    }
}
