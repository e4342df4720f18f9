package io.kindred.featurestore.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens the files of a snapshot that is being written; tests put failing disks here. */
@FunctionalInterface
interface SegmentOutput {
    /** Ordinary new files. */
    SegmentOutput FILES = file -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** Creates a file that does not exist yet. */
    WritableByteChannel create(Path file) throws IOException;
}
