package io.kindred.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Ratings of 60 users in two groups, each of which rates 15 of its own 20 items; u0 to u29 like a0 to a19. */
final class TwoTastes {
    private static final int USERS = 60;
    private static final int ITEMS = 20;
    private static final int HISTORY = 15;

    private TwoTastes() {}

    /** Writes {@code ratings.csv} with a header into a folder and returns the file. */
    static Path write(Path folder) {
        SplittableRandom random = new SplittableRandom(3);
        List<String> lines = new ArrayList<>();
        lines.add("user,item,rating,timestamp");
        for (int u = 0; u < USERS; u++) {
            List<Integer> items = new ArrayList<>();
            while (items.size() < HISTORY) {
                int item = random.nextInt(ITEMS);
                if (!items.contains(item)) {
                    items.add(item);
                    lines.add("u" + u + "," + (u < USERS / 2 ? "a" : "b") + item + "," + (1 + random.nextInt(5)) + ","
                            + (1_600_000_000L + items.size() * 86_400L + u));
                }
            }
        }
        return write(folder.resolve("ratings.csv"), lines);
    }

    static Path write(Path file, List<String> lines) {
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
