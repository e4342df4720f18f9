package io.kindred.serving;

import io.kindred.core.KindredException;
import io.kindred.serving.config.HomeLock;
import io.kindred.serving.config.KindredConfig;
import io.kindred.serving.config.KindredHome;
import io.kindred.serving.config.UnknownSettings;
import io.kindred.serving.database.EmbeddedPostgres;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts the server: checks what can be checked, starts the embedded database where none is configured, runs the
 * application, and stops the database after it. Exit code 0 after a stop that was asked for, 1 after a failure, which is
 * told in one line.
 */
@QuarkusMain
public final class KindredServer {
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String JDBC_USER = "quarkus.datasource.username";
    private static final String JDBC_PASSWORD = "quarkus.datasource.password";
    private static final int STOP_SECONDS = 30;

    private KindredServer() {}

    public static void main(String... arguments) {
        int code = run(System.err, arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(PrintStream err, String... arguments) {
        try {
            SmallRyeConfig values =
                    ConfigUtils.configBuilder().withMapping(KindredConfig.class).build();
            KindredConfig config = values.getConfigMapping(KindredConfig.class);
            UnknownSettings.warnings(values.getPropertyNames()).forEach(warning -> err.println("kindred: " + warning));
            checkPort(values.getValue("quarkus.http.host", String.class), port(values));
            KindredHome home = KindredHome.prepare(config.home());
            try (HomeLock _ = HomeLock.acquire(home)) {
                if (values.getOptionalValue(JDBC_URL, String.class).isPresent()) {
                    return serve(err, arguments);
                }
                if (config.jdbc().url().isPresent()) {
                    System.setProperty(JDBC_URL, config.jdbc().url().get());
                    System.setProperty(JDBC_USER, config.jdbc().user());
                    config.jdbc().password().ifPresent(password -> System.setProperty(JDBC_PASSWORD, password));
                    return serve(err, arguments);
                }
                return serveWithDatabase(home, err, arguments);
            }
        } catch (ConfigValidationException e) {
            for (int i = 0; i < e.getProblemCount(); i++) {
                err.println("kindred: " + e.getProblem(i).getMessage());
            }
            return 1;
        } catch (KindredException e) {
            err.println("kindred: " + e.getMessage());
            return 1;
        }
    }

    /** The database is stopped when the application has, be it at its own end or at the end of the JVM. */
    private static int serveWithDatabase(KindredHome home, PrintStream err, String... arguments) {
        EmbeddedPostgres database = EmbeddedPostgres.start(home.database());
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    awaitQuietly(stopped);
                    database.close();
                },
                "stop-database");
        Runtime.getRuntime().addShutdownHook(hook);
        System.setProperty(JDBC_URL, database.jdbcUrl());
        System.setProperty(JDBC_USER, database.user());
        System.setProperty(JDBC_PASSWORD, database.password());
        try {
            return serve(err, arguments);
        } finally {
            stopped.countDown();
            database.close();
        }
    }

    private static int serve(PrintStream err, String... arguments) {
        AtomicInteger code = new AtomicInteger();
        stopWithLauncher();
        Quarkus.run(
                null,
                (exitCode, failure) -> {
                    code.set(failure == null ? exitCode : 1);
                    if (failure != null) {
                        err.println("kindred: the server could not start: " + rootMessage(failure));
                    }
                },
                arguments);
        return code.get();
    }

    /** A launcher that was killed cannot stop the server, so the server watches it. */
    private static void stopWithLauncher() {
        Long launcher = Long.getLong("launcher.pid");
        if (launcher != null) {
            ProcessHandle.of(launcher).ifPresent(process -> {
                var _ = process.onExit().thenRun(Quarkus::asyncExit);
            });
        }
    }

    private static int port(SmallRyeConfig values) {
        return values.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
    }

    /** Before anything is started, so that a port in use costs nothing; the application checks again. */
    private static void checkPort(String host, int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new KindredException(
                    "port " + port + " of " + host + " cannot be used (" + e.getMessage()
                            + "); stop the program that has it, or choose another with --port",
                    e);
        }
    }

    /** The message that was written for people, or the innermost one. */
    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof KindredException) && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return root instanceof SQLException ? "the database cannot be used: " + message : message;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("kindred: the application did not stop in time; stopping the database now");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
