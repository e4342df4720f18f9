package io.kindred.cli.quickstart;

import io.kindred.cli.console.Table;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The leaderboard of a quick start, best first, with where each model's artifact lies. It is kept, so that a second start on
 * the same data trains nothing.
 *
 * @param rows one per model
 * @param verdict whether the first is better than the second, in words
 */
record Standings(List<Row> rows, String verdict) {
    Standings {
        rows = List.copyOf(rows);
    }

    /**
     * A model's result.
     *
     * @param model its name
     * @param artifact its artifact's directory
     * @param report the evaluation report as JSON values
     */
    record Row(String model, String artifact, Map<String, Object> report) {
        /** A metric; negative infinity where it is missing, so that such a row comes last. */
        double metric(String name) {
            return report.get("metrics") instanceof Map<?, ?> metrics && metrics.get(name) instanceof Number n
                    ? n.doubleValue()
                    : Double.NEGATIVE_INFINITY;
        }

        private double seconds(String name) {
            return report.get("seconds") instanceof Map<?, ?> seconds && seconds.get(name) instanceof Number n
                    ? n.doubleValue()
                    : 0;
        }

        private String interval(String metric) {
            return report.get("intervals") instanceof Map<?, ?> intervals
                            && intervals.get(metric) instanceof List<?> ends
                            && ends.size() == 2
                            && ends.get(0) instanceof Number low
                            && ends.get(1) instanceof Number high
                    ? String.format(Locale.ROOT, "%.4f to %.4f", low.doubleValue(), high.doubleValue())
                    : "";
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

    /** The leaderboard for people. */
    List<String> lines() {
        Table table = new Table(
                "model",
                "ndcg@10",
                "95% interval",
                "recall@10",
                "hit@10",
                "mrr@10",
                "coverage@10",
                "train",
                "evaluate");
        for (Row row : rows) {
            table.row(
                    row.model(),
                    number(row.metric("ndcg@10")),
                    row.interval("ndcg@10"),
                    number(row.metric("recall@10")),
                    number(row.metric("hit@10")),
                    number(row.metric("mrr@10")),
                    number(row.metric("coverage@10")),
                    String.format(Locale.ROOT, "%.1f s", row.seconds("train")),
                    String.format(Locale.ROOT, "%.1f s", row.seconds("evaluate")));
        }
        List<String> lines = new ArrayList<>(table.lines());
        Map<String, Object> first = rows.getFirst().report();
        lines.add("protocol " + first.get("protocol") + ", " + first.get("users") + " users, full ranking");
        lines.add(verdict);
        return lines;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "-";
    }

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
        map.put("verdict", verdict);
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
            return rows.isEmpty() ? Optional.empty() : Optional.of(new Standings(rows, (String) map.get("verdict")));
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
