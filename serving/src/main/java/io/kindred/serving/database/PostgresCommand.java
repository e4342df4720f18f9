package io.kindred.serving.database;

import io.kindred.core.KindredException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs of a PostgreSQL. It refuses to run as root, and as a user number without a name (as containers use them),
 * so for these each is started in a user namespace of its own, where it is "nobody" and still owns its files.
 */
final class PostgresCommand {
    private static final int TIMEOUT_SECONDS = 120;

    private final Path binaries;
    private final boolean inNamespace;

    /**
     * @param binaries the folder with {@code bin/}
     */
    PostgresCommand(Path binaries) {
        this.binaries = binaries;
        this.inNamespace = Set.of("root", "?").contains(System.getProperty("user.name"));
    }

    /**
     * Runs a program to its end.
     *
     * @param log where its output goes; the last line is part of the error
     * @throws KindredException if it fails or takes longer than two minutes
     */
    void run(Path log, String program, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        if (inNamespace) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(binaries.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = start(builder);
        if (!waitFor(process)) {
            process.destroyForcibly();
            throw new KindredException("PostgreSQL's " + program + " did not end within " + TIMEOUT_SECONDS
                    + " seconds; its output is in " + log);
        }
        if (process.exitValue() != 0) {
            throw new KindredException("PostgreSQL's " + program + " failed: " + lastLine(log) + " (see " + log + ")"
                    + (inNamespace
                            ? "; as root, or as a user without a name, it needs unshare and user namespaces: run the server as an ordinary user, or"
                                    + " set KINDRED_JDBC_URL to a PostgreSQL server"
                            : ""));
        }
    }

    private Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            if (inNamespace) {
                throw new KindredException(
                        "as root, or as a user without a name, the embedded PostgreSQL needs the program unshare ("
                                + e.getMessage()
                                + "); run the server as an ordinary user, or set KINDRED_JDBC_URL to a PostgreSQL server",
                        e);
            }
            throw e;
        }
    }

    private static boolean waitFor(Process process) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        try {
            while (true) {
                try {
                    return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readString(log, StandardCharsets.UTF_8)
                .lines()
                .filter(l -> !l.isBlank())
                .toList();
        return lines.isEmpty() ? "no output" : lines.getLast().strip();
    }
}
