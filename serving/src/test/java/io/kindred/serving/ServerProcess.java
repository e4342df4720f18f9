package io.kindred.serving;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the packaged server. */
final class ServerProcess implements AutoCloseable {
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    private final Process process;
    private final Path home;
    private final int port;

    private ServerProcess(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /**
     * A server that ended by itself.
     *
     * @param lines of its output, the JVM's own warnings left out
     */
    record Ended(int code, List<String> lines) {}

    /** Starts a server on a free port and waits until it says where it is. */
    static ServerProcess start(Path home) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        Process process = launch(home, List.of("-Dquarkus.http.port=" + port));
        List<String> lines = new ArrayList<>();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains("Kindred is at http://localhost:" + port + "/")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
                return new ServerProcess(process, home, port);
            }
        }
        throw new AssertionError("the server ended: " + lines);
    }

    /** Starts a server that is expected to end by itself. */
    static Ended fail(Path home, List<String> options) throws IOException {
        Process process = launch(home, options);
        List<String> lines = process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("WARNING:"))
                .toList();
        return new Ended(process.onExit().join().exitValue(), lines);
    }

    ApiClient admin() throws IOException {
        return new ApiClient(
                URI.create("http://127.0.0.1:" + port),
                Files.readString(home.resolve("token")).strip());
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** As by kill -9. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As by Ctrl-C or a service manager. */
    void terminate() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        terminate();
    }

    private static Process launch(Path home, List<String> options) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"));
        line.addAll(options);
        line.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("KINDRED_HOME", home.toString());
        return builder.start();
    }
}
