package io.kindred.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of real data and reference results, which is not part of the repository; tests are skipped without it. */
public final class Shared {
    private Shared() {}

    public static Path golden(String name) {
        Path folder = folder().resolve("golden").resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "reference results are not present: " + folder);
        return folder;
    }

    public static Path data(String name) {
        Path folder = folder().resolve("data").resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "real data is not present: " + folder);
        return folder;
    }

    private static Path folder() {
        String given = System.getProperty("kindred.shared");
        if (given != null) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared").resolve("golden"))) {
                return at.resolve("shared");
            }
        }
        return Path.of("shared");
    }
}
