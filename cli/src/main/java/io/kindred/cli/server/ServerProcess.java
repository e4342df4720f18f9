package io.kindred.cli.server;

import io.kindred.cli.KindredHome;
import io.kindred.cli.console.Console;
import io.kindred.core.KindredException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The server as a child process of the command line: its log lines go to standard error, and it ends with the command line,
 * which waits for it to stop in order.
 */
public final class ServerProcess implements AutoCloseable {
    private static final long STOP_SECONDS = 30;
    private static final long READY_POLL_MILLISECONDS = 100;
    private static final String JVM_NOTE = "WARNING: Using incubator modules";

    private final Process process;
    private final URI address;
    private final Thread hook;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
        this.hook = new Thread(() -> stop(process), "stop-server");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Fails unless a port can be listened on; port 0 always can.
     *
     * @throws KindredException naming the port
     */
    public static void requireFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new KindredException(
                    "port " + port + " on " + host + " is in use or not allowed (" + e.getMessage()
                            + "); choose another with --port",
                    e);
        }
    }

    /** Starts the server that was built beside the command line. */
    public static ServerProcess start(KindredHome home, String host, int port, Console console) throws IOException {
        String install = System.getProperty("kindred.install");
        Path jar = Path.of(install == null ? "." : install, "serving", "target", "quarkus-app", "quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new KindredException("the server is not built: " + jar + " is missing; start through ./kindred");
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+DisplayVMOutputToStderr",
                "-Dkindred.home=" + home.root(),
                "-Dlauncher.pid=" + ProcessHandle.current().pid(),
                "-Dquarkus.http.host=" + host,
                "-Dquarkus.http.port=" + port,
                "-jar",
                jar.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        Thread.ofVirtual().start(() -> forward(process, console));
        return new ServerProcess(process, URI.create("http://" + host + ":" + port));
    }

    public URI address() {
        return address;
    }

    /**
     * Waits until the server is ready.
     *
     * @throws KindredException if it stops before
     */
    public void awaitReady(ServerClient client) throws InterruptedException {
        while (!client.ready()) {
            if (process.waitFor(READY_POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                throw new KindredException("the server stopped with exit code " + process.exitValue()
                        + " before it was ready; its messages are above");
            }
        }
    }

    /** Waits until the server ends; returns its exit code. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Stops the server and waits for it. */
    @Override
    public void close() {
        stop(process);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The hook itself is doing the same.
            return;
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void forward(Process process, Console console) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith(JVM_NOTE)) {
                    console.note(line);
                }
            }
        } catch (IOException e) {
            console.note("the server's messages can no longer be read: " + e.getMessage());
        }
    }
}
