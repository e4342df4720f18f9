package io.kindred.cli.quickstart;

import io.kindred.core.KindredException;
import io.kindred.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The leaderboard of a quick start, best first, with where each model's artifact lies. It is kept, so that a second start on
 * the same data trains nothing.
 *
 * @param rows one per model
 * @param lines the leaderboard for people
 */
record Standings(List<Row> rows, List<String> lines) {
    Standings {
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
    }

    /**
     * A model's result.
     *
     * @param model its name
     * @param artifact its artifact's directory
     * @param report the evaluation report as JSON values
     */
    record Row(String model, String artifact, Map<String, Object> report) {
        private double seconds(String name) {
            return report.get("seconds") instanceof Map<?, ?> seconds && seconds.get(name) instanceof Number n
                    ? n.doubleValue()
                    : 0;
        }

        /** The result as the server's leaderboard takes it. */
        Map<String, Object> evaluation(long version, String dataset) {
            Map<String, Object> evaluation = new LinkedHashMap<>();
            // The same artifact's result is the same row, however often it is sent.
            evaluation.put(
                    "id",
                    java.util
                            .UUID
                            .nameUUIDFromBytes(artifact.getBytes(StandardCharsets.UTF_8))
                            .toString());
            evaluation.put("model", model);
            evaluation.put("version", version);
            evaluation.put("protocol", report.get("protocol"));
            evaluation.put("metrics", report.get("metrics"));
            evaluation.put("intervals", report.get("intervals"));
            evaluation.put("users", report.get("users"));
            evaluation.put("dataset", dataset);
            evaluation.put("trainSeconds", seconds("train"));
            evaluation.put("evaluateSeconds", seconds("evaluate"));
            return evaluation;
        }
    }

    /** As JSON values. */
    Map<String, Object> toMap() {
        List<Object> list = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("model", row.model());
            json.put("artifact", row.artifact());
            json.put("report", row.report());
            list.add(json);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("leaderboard", list);
        map.put("text", lines);
        return map;
    }

    /** Keeps the standings in a file, at once or not at all. */
    void save(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), "standings", ".tmp");
        try {
            Files.writeString(temporary, Json.write(toMap()));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The standings kept in a file, if they are there and all their artifacts still are. */
    static Optional<Standings> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Map<String, Object> map = Json.parseObject(Files.readString(file), file.toString());
            List<Row> rows = new ArrayList<>();
            if (map.get("leaderboard") instanceof List<?> list) {
                for (Object element : list) {
                    Row row = row(element);
                    if (!Files.isDirectory(Path.of(row.artifact()))) {
                        return Optional.empty();
                    }
                    rows.add(row);
                }
            }
            List<String> lines = new ArrayList<>();
            if (map.get("text") instanceof List<?> list) {
                list.forEach(line -> lines.add((String) line));
            }
            return rows.isEmpty() ? Optional.empty() : Optional.of(new Standings(rows, lines));
        } catch (KindredException | ClassCastException damaged) {
            // What cannot be read is made anew.
            return Optional.empty();
        }
    }

    private static Row row(Object element) {
        Map<?, ?> json = (Map<?, ?>) element;
        Map<String, Object> report = new LinkedHashMap<>();
        ((Map<?, ?>) json.get("report")).forEach((key, value) -> report.put((String) key, value));
        return new Row((String) json.get("model"), (String) json.get("artifact"), report);
    }
}
