package io.kindred.featurestore.importer;

import java.util.Objects;

/**
 * A file and what to do with it.
 *
 * @param file the file
 * @param content what it holds
 * @param part the part its events belong to
 */
record PlannedFile(DataFile file, FileContent content, Part part) {
    PlannedFile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(part, "part");
    }

    PlannedFile withPart(Part other) {
        return new PlannedFile(file, content, other);
    }
}
