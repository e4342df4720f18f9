package io.kindred.featurestore.importer;

import java.nio.file.Path;

/** Follows an import, for instance to draw a progress bar. Called by the importing thread. */
@FunctionalInterface
public interface ImportListener {
    /** Follows nothing. */
    ImportListener NONE = (file, bytesRead, bytesTotal) -> {};

    /**
     * Called about every mebibyte and at the end of each file. A file of features is read twice.
     *
     * @param file the file being read
     * @param bytesRead bytes of the file as stored, that is compressed bytes of a gzip file
     * @param bytesTotal the file's size
     */
    void onProgress(Path file, long bytesRead, long bytesTotal);
}
