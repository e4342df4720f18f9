package io.kindred.featurestore.snapshot;

import io.kindred.core.KindredException;
import io.kindred.core.data.TimeKind;
import io.kindred.core.json.Json;
import io.kindred.featurestore.importer.ContextColumn;
import io.kindred.featurestore.importer.FeatureColumn;
import io.kindred.featurestore.importer.FeatureType;
import io.kindred.featurestore.importer.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Translates between {@link SnapshotManifest} and its JSON. */
final class SnapshotJson {
    private SnapshotJson() {}

    static String write(SnapshotManifest manifest) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", manifest.formatVersion());
        json.put("id", manifest.id());
        json.put("source", manifest.source());
        json.put("importedAt", manifest.importedAt());
        json.put("timeKind", manifest.timeKind().name());
        SnapshotManifest.Counts counts = manifest.counts();
        json.put("users", counts.users());
        json.put("items", counts.items());
        json.put("usersWithEvents", counts.usersWithEvents());
        json.put("itemsWithEvents", counts.itemsWithEvents());
        json.put("events", counts.events());
        json.put("earliest", manifest.earliest());
        json.put("latest", manifest.latest());
        json.put("leastValue", manifest.leastValue());
        json.put("greatestValue", manifest.greatestValue());
        json.put("eventTypes", manifest.eventTypes());
        json.put("eventsByType", manifest.eventsByType());
        json.put("eventsByPart", manifest.eventsByPart());
        List<Object> context = new ArrayList<>();
        for (ContextColumn column : manifest.context()) {
            context.add(map("name", column.name(), "values", column.values()));
        }
        json.put("context", context);
        List<Object> features = new ArrayList<>();
        for (SnapshotManifest.FeatureFile file : manifest.features()) {
            features.add(map("name", file.name(), "columns", columns(file.columns())));
        }
        json.put("features", features);
        List<Object> files = new ArrayList<>();
        for (SnapshotManifest.FileEntry file : manifest.files()) {
            Map<String, Object> entry = map("name", file.name(), "bytes", file.bytes());
            entry.put("sha256", file.sha256());
            files.add(entry);
        }
        json.put("files", files);
        json.put("report", manifest.report());
        return Json.write(json) + "\n";
    }

    private static List<Object> columns(List<FeatureColumn> columns) {
        List<Object> list = new ArrayList<>();
        for (FeatureColumn column : columns) {
            Map<String, Object> entry =
                    map("name", column.name(), "side", column.side().label());
            entry.put("type", column.type().label());
            entry.put("source", column.source());
            list.add(entry);
        }
        return list;
    }

    private static Map<String, Object> map(String firstKey, Object first, String secondKey, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(firstKey, first);
        map.put(secondKey, second);
        return map;
    }

    /**
     * Reads a manifest.
     *
     * @param where names the snapshot in errors
     * @throws KindredException if it is not a manifest of a version that can be read
     */
    static SnapshotManifest read(String text, String where) {
        String file = where + "/" + SnapshotManifest.FILE_NAME;
        Node json = new Node(Json.parseObject(text, file), file);
        long version = json.whole("formatVersion");
        if (version != SnapshotManifest.FORMAT_VERSION) {
            throw new KindredException(file + " has the format version " + version + "; this version of Kindred reads "
                    + SnapshotManifest.FORMAT_VERSION);
        }
        return new SnapshotManifest(
                SnapshotManifest.FORMAT_VERSION,
                json.text("id"),
                json.text("source"),
                json.text("importedAt"),
                json.choice("timeKind", TimeKind::valueOf),
                new SnapshotManifest.Counts(
                        (int) json.whole("users"),
                        (int) json.whole("items"),
                        (int) json.whole("usersWithEvents"),
                        (int) json.whole("itemsWithEvents"),
                        json.whole("events")),
                json.whole("earliest"),
                json.whole("latest"),
                (float) json.number("leastValue"),
                (float) json.number("greatestValue"),
                json.texts("eventTypes"),
                json.wholes("eventsByType"),
                json.wholes("eventsByPart"),
                json.nodes("context", node -> new ContextColumn(node.text("name"), node.texts("values"))),
                json.nodes(
                        "features",
                        node -> new SnapshotManifest.FeatureFile(
                                node.text("name"), node.nodes("columns", SnapshotJson::column))),
                json.nodes(
                        "files",
                        node -> new SnapshotManifest.FileEntry(
                                node.text("name"), node.whole("bytes"), node.text("sha256"))),
                json.map("report"));
    }

    private static FeatureColumn column(Node node) {
        return new FeatureColumn(
                node.choice("side", label -> Side.valueOf(label.toUpperCase(Locale.ROOT))),
                node.text("name"),
                node.choice("type", label -> FeatureType.valueOf(label.toUpperCase(Locale.ROOT))),
                node.text("source"));
    }

    /** A JSON object whose fields are read by type. */
    private record Node(Map<?, ?> fields, String file) {
        private KindredException wrong(String key, String expected) {
            return new KindredException(file + " is not a snapshot's: '" + key + "' must be " + expected);
        }

        String text(String key) {
            if (fields.get(key) instanceof String text) {
                return text;
            }
            throw wrong(key, "a text");
        }

        long whole(String key) {
            if (fields.get(key) instanceof Long number) {
                return number;
            }
            throw wrong(key, "a whole number");
        }

        double number(String key) {
            if (fields.get(key) instanceof Number number) {
                return number.doubleValue();
            }
            throw wrong(key, "a number");
        }

        <T> T choice(String key, Function<String, T> parse) {
            try {
                return parse.apply(text(key));
            } catch (IllegalArgumentException e) {
                throw wrong(key, "one of the known names, not '" + fields.get(key) + "'");
            }
        }

        List<?> list(String key) {
            if (fields.get(key) instanceof List<?> list) {
                return list;
            }
            throw wrong(key, "a list");
        }

        List<String> texts(String key) {
            List<String> texts = new ArrayList<>();
            for (Object element : list(key)) {
                texts.add(String.valueOf(element));
            }
            return texts;
        }

        List<Long> wholes(String key) {
            List<Long> numbers = new ArrayList<>();
            for (Object element : list(key)) {
                if (!(element instanceof Long number)) {
                    throw wrong(key, "a list of whole numbers");
                }
                numbers.add(number);
            }
            return numbers;
        }

        <T> List<T> nodes(String key, Function<Node, T> convert) {
            List<T> converted = new ArrayList<>();
            for (Object element : list(key)) {
                if (!(element instanceof Map<?, ?> map)) {
                    throw wrong(key, "a list of objects");
                }
                converted.add(convert.apply(new Node(map, file)));
            }
            return converted;
        }

        Map<String, Object> map(String key) {
            if (!(fields.get(key) instanceof Map<?, ?> map)) {
                throw wrong(key, "an object");
            }
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(String.valueOf(name), value));
            return copy;
        }
    }
}
