package io.kindred.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository that these tests read. */
final class Repository {
    static final Path ROOT = root();

    private Repository() {}

    /** README.md and the other pages at the root, docs and deploy. */
    static List<Path> pages() {
        return Stream.of(files(ROOT, 1), files(ROOT.resolve("docs"), 9), files(ROOT.resolve("deploy"), 9))
                .flatMap(List::stream)
                .filter(path -> path.toString().endsWith(".md"))
                .toList();
    }

    /** Regular files below a folder, build results left out. */
    static List<Path> files(Path folder, int depth) {
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !folder.relativize(path).startsWith("target"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
