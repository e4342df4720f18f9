package io.kindred.cli.quickstart;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.TrainingData;
import io.kindred.core.json.Json;
import io.kindred.core.online.FeatureTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Publishes what the server shows of the items: their table, their posters and the data set's name.
 *
 * @param folder the server's online folder
 */
record OnlineTables(Path folder) {
    private static final List<String> TITLES = List.of("title", "movie_title", "name", "item_name", "item_title");
    private static final List<String> GENRES = List.of("genres", "genre", "class", "categories", "category");

    /**
     * Publishes the items of a data set.
     *
     * @param source the folder or file the data came from, which may have posters beside them
     */
    void publish(TrainingData data, String name, Path source) throws IOException {
        Files.createDirectories(folder);
        FeatureTables.write(folder.resolve("items.arrow"), forPeople(data.itemFeatures()));
        publishPosters(source.resolve("posters"));
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("name", name);
        dataset.put("simulated", Files.exists(source.resolve("simulated.json")));
        dataset.put("users", data.interactions().userCount());
        dataset.put("items", data.interactions().itemCount());
        Path temporary = folder.resolve(".dataset.json.tmp-" + UUID.randomUUID());
        Files.writeString(temporary, Json.write(dataset));
        Files.move(
                temporary,
                folder.resolve("dataset.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The page shows "title" and filters by "genres", whatever the data call them. */
    private static FeatureTable forPeople(FeatureTable table) {
        Set<String> present = new HashSet<>();
        table.columns().forEach(column -> present.add(column.name()));
        List<FeatureColumn> columns = new ArrayList<>();
        for (FeatureColumn column : table.columns()) {
            String name = rename(rename(column.name(), TITLES, present), GENRES, present);
            columns.add(renamed(column, name));
        }
        return new FeatureTable(table.ids(), columns);
    }

    private static String rename(String name, List<String> synonyms, Set<String> present) {
        String first = synonyms.stream().filter(present::contains).findFirst().orElse(null);
        return name.equals(first) ? synonyms.getFirst() : name;
    }

    private static FeatureColumn renamed(FeatureColumn column, String name) {
        return switch (column) {
            case FeatureColumn.Numbers c -> new FeatureColumn.Numbers(name, c.values());
            case FeatureColumn.Text c -> new FeatureColumn.Text(name, c.values());
            case FeatureColumn.Categories c ->
                new FeatureColumn.Categories(name, c.categories(), c.offsets(), c.codes(), c.single());
            case FeatureColumn.Vectors c -> new FeatureColumn.Vectors(name, c.values());
        };
    }

    /** Replaces the folder of posters by a copy of the data's; without posters there is none. */
    private void publishPosters(Path posters) throws IOException {
        Path target = folder.resolve("posters");
        Path temporary = folder.resolve(".posters.tmp-" + UUID.randomUUID());
        Path old = folder.resolve(".posters.old-" + UUID.randomUUID());
        Files.createDirectory(temporary);
        if (Files.isDirectory(posters)) {
            try (var files = Files.list(posters)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, temporary.resolve(file.getFileName().toString()));
                }
            }
        }
        if (Files.exists(target)) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        if (Files.exists(old)) {
            try (var tree = Files.walk(old)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
