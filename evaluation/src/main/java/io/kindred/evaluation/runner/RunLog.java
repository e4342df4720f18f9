package io.kindred.evaluation.runner;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Lines with their time, added to a run's log. Thread-safe. */
final class RunLog implements AutoCloseable {
    private final BufferedWriter out;

    RunLog(Path file) throws IOException {
        this.out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    synchronized void line(String text) {
        try {
            out.write(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text.replaceAll("\\R", " ") + "\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
