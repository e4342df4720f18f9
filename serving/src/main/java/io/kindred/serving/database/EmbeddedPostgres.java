package io.kindred.serving.database;

import io.kindred.core.KindredException;
import io.kindred.serving.config.OwnerOnly;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server process whose data live in one folder, owner-only, reachable at 127.0.0.1 with a generated password.
 * Data survive restarts and crashes of server and database alike: what is written is fsynced, nothing is deleted at the end,
 * and a database process that outlived a killed server is stopped at the next start. One process per folder at a time; the
 * caller sees to that.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "kindred";
    private static final int ATTEMPTS = 3;

    private final PostgresCommand command;
    private final Path data;
    private final Path log;
    private final String password;
    private final int port;
    private boolean stopped;

    private EmbeddedPostgres(PostgresCommand command, Path data, Path log, String password, int port) {
        this.command = command;
        this.data = data;
        this.log = log;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts the database in a folder, creating it at the first time.
     *
     * @throws KindredException if it cannot be started
     */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, folder);
    }

    /** As {@link #start(Path)} with the programs in a folder of their own. */
    static EmbeddedPostgres start(Path folder, Path programs) {
        try {
            OwnerOnly.createFolders(folder);
            OwnerOnly.createFolders(programs);
            PostgresCommand command = new PostgresCommand(PostgresBinaries.unpack(programs));
            return startIn(folder.toAbsolutePath().normalize(), command);
        } catch (IOException e) {
            throw new KindredException(
                    "the embedded PostgreSQL in " + folder + " cannot be started: " + e.getMessage()
                            + "; see there, or set KINDRED_JDBC_URL to a PostgreSQL server",
                    e);
        }
    }

    private static EmbeddedPostgres startIn(Path folder, PostgresCommand command) throws IOException {
        Path log = folder.resolve("postgres.log");
        Files.deleteIfExists(log);
        Path data = folder.resolve("data");
        Path passwordFile = folder.resolve("password");
        OwnerOnly.createFile(passwordFile, newPassword());
        if (!Files.isDirectory(data)) {
            initialise(command, folder, data, passwordFile, log);
        }
        stopOrphan(command, data, log);
        String password = Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                command.run(log, "pg_ctl", startArguments(data, log, port));
                return new EmbeddedPostgres(command, data, log, password, port);
            } catch (KindredException e) {
                if (attempt == ATTEMPTS || !Files.readString(log).contains("could not bind")) {
                    throw e;
                }
            }
        }
    }

    /** The JDBC URL, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops the database; its data stay. Stopping twice is harmless. */
    @Override
    public synchronized void close() {
        if (stopped) {
            return;
        }
        try {
            stop(command, data, log);
            stopped = true;
        } catch (IOException e) {
            throw new KindredException("the embedded PostgreSQL could not be stopped: " + e.getMessage(), e);
        }
    }

    private static void initialise(PostgresCommand command, Path folder, Path data, Path passwordFile, Path log)
            throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path leftover : files.filter(f -> f.getFileName().toString().startsWith(".data-"))
                    .toList()) {
                PostgresBinaries.delete(leftover);
            }
        }
        Path fresh = Files.createTempDirectory(folder, ".data-");
        command.run(
                log,
                "initdb",
                List.of(
                        "-D",
                        fresh.toString(),
                        "-U",
                        USER,
                        "-E",
                        "UTF-8",
                        "--locale=C",
                        "--data-checksums",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + passwordFile));
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> startArguments(Path data, Path log, int port) {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                + " -c logging_collector=off -c max_connections=50 -c shared_buffers=32MB";
        return List.of("-D", data.toString(), "-w", "-t", "60", "-l", log.toString(), "-o", options, "start");
    }

    private static void stop(PostgresCommand command, Path data, Path log) throws IOException {
        command.run(log, "pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop"));
    }

    /** Stops a database process that a killed server left, and removes the pid file of one that is gone. */
    private static void stopOrphan(PostgresCommand command, Path data, Path log) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (postmaster(pidFile, data).isPresent()) {
            stop(command, data, log);
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    /** The database process of the pid file, unless it is gone or its number now belongs to another program. */
    static Optional<ProcessHandle> postmaster(Path pidFile, Path data) throws IOException {
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(p -> isPostmasterOf(p.info(), data));
    }

    private static boolean isPostmasterOf(ProcessHandle.Info info, Path data) {
        boolean postgres = info.command()
                .map(c -> Path.of(c).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        return postgres
                && info.arguments()
                        .map(a -> Arrays.asList(a).contains(data.toString()))
                        .orElse(true);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return socket.getLocalPort();
        }
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
