package io.kindred.cli;

import java.nio.file.Path;

/**
 * The user's Kindred folder and what lies where in it: {@code KINDRED_HOME}, else the system property {@code kindred.home},
 * else {@code .kindred} in the home folder.
 *
 * @param root the folder
 */
public record KindredHome(Path root) {
    /** The folder of this process. */
    public static KindredHome ofEnvironment() {
        String named = System.getenv("KINDRED_HOME");
        if (named == null || named.isBlank()) {
            named = System.getProperty("kindred.home");
        }
        return new KindredHome(
                named == null || named.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".kindred")
                        : Path.of(named).toAbsolutePath().normalize());
    }

    /** Imported data: snapshots of the feature store. */
    public Path store() {
        return root.resolve("store");
    }

    /** Artifacts that the server may publish from. */
    public Path artifacts() {
        return root.resolve("artifacts");
    }

    /** The bundled sample, once generated. */
    public Path sample() {
        return root.resolve("sample");
    }

    /** What serving reads: the item table, posters and the data set's name. */
    public Path online() {
        return root.resolve("online");
    }

    /** The administrator's token. */
    public Path token() {
        return root.resolve("token");
    }

    /** Logs of the server and of internal errors. */
    public Path logs() {
        return root.resolve("logs");
    }
}
