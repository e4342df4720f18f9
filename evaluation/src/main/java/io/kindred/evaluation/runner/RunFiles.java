package io.kindred.evaluation.runner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Files that are there whole or not at all, whatever happens to the process. Stateless. */
final class RunFiles {
    private static final String UNFINISHED = ".tmp";

    private RunFiles() {}

    /** Removes what a killed process left behind; only while nobody else writes. */
    static void clean(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(UNFINISHED)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What writes a file under a name that does not exist yet. */
    @FunctionalInterface
    interface Content {
        void write(Path file) throws IOException;
    }

    /** Replaces a text file at once. */
    static void write(Path file, String text) throws IOException {
        replace(file, unfinished -> {
            try (FileChannel channel =
                    FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                put(channel, text);
            }
        });
    }

    /** Replaces a file at once. */
    static void replace(Path file, Content content) throws IOException {
        // Two threads may write the same ids at the same time.
        Path unfinished = file.resolveSibling(
                file.getFileName() + "." + Thread.currentThread().threadId() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        try {
            content.write(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Adds a line to a file that may not exist yet; it is on disk when this returns. */
    static void append(Path file, String line) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            put(channel, line + "\n");
        }
    }

    private static void put(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }
}
