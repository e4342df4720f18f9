package io.kindred.cli.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The launcher in a folder of its own, with JDKs and a Maven that are small scripts. The usual folders for JDKs are
 * looked for below that folder, and PATH holds only the tools the launcher may rely on, so that the machine's own JDKs
 * play no part.
 */
final class Installation {
    private static final List<String> TOOLS = List.of(
            "awk",
            "cat",
            "dirname",
            "find",
            "grep",
            "head",
            "ln",
            "mkdir",
            "mkfifo",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "stty",
            "tail",
            "touch");
    private static final List<Path> TOOL_FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"));

    private final Path folder;
    private final Path root;
    private final Path tools;

    Installation(Path folder) throws IOException {
        this.folder = folder;
        root = Files.createDirectories(folder.resolve("the root"));
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), find(tool));
        }
        String text = Files.readString(repository().resolve("kindred"));
        for (String usual : List.of("/usr/lib/jvm", "/usr/java", "/opt", "/Library")) {
            text = text.replace(" " + usual + "/", " '" + folder + "'" + usual + "/");
        }
        script(root.resolve("kindred"), text);
        Files.createDirectories(root.resolve("cli/src/main"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve("cli/src/main/Some.java"), "class Some {}");
        maven("""
                echo run >> builds
                mkdir -p cli/target/lib serving/target/quarkus-app
                touch serving/target/quarkus-app/quarkus-run.jar
                echo '[INFO] Building Kindred: core 0.1.0            [2/9]'
                """);
    }

    Path folder() {
        return folder;
    }

    Path root() {
        return root;
    }

    Path launcher() {
        return root.resolve("kindred");
    }

    /** What the wrapper does here. */
    void maven(String commands) throws IOException {
        script(root.resolve("mvnw"), "#!/bin/sh\n" + commands);
    }

    /** How often the wrapper was started. */
    int builds() throws IOException {
        Path builds = root.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /** A JDK whose java does {@code commands} with the main class and its arguments as "$@". */
    Path jdk(String place, String version, String commands) throws IOException {
        Path home = folder.resolve(place);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        script(home.resolve("bin/java"), """
                #!/bin/sh
                while [ "$1" != io.kindred.cli.Kindred ]; do shift; done
                shift
                echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2
                """ + commands);
        return home;
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return start(Map.of(), folder, launcher(), arguments).end();
    }

    Running start(Map<String, String> environment, Path from, Path launcher, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                        .toList())
                .directory(from.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", tools.toString(), "HOME", folder.toString()));
        builder.environment().putAll(environment);
        Path out = Files.createTempFile(folder, "run", ".out");
        return new Running(builder.redirectOutput(out.toFile()).start(), out);
    }

    private static Path find(String tool) {
        return TOOL_FOLDERS.stream()
                .map(place -> place.resolve(tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + tool + " in " + TOOL_FOLDERS));
    }

    private static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("kindred"))) {
            at = at.getParent();
        }
        return at;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A launcher under way; its standard output goes to a file. */
    record Running(Process process, Path out) {
        /** Standard error is read to its end, which the filter behind the launcher may reach after the launcher's. */
        Ended end() throws IOException, InterruptedException {
            String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), Files.readString(out), error);
        }
    }

    /** What a launcher left. */
    record Ended(int code, String out, String error) {}
}
