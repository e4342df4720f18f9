package io.kindred.core.artifact;

import io.kindred.core.KindredException;
import io.kindred.core.data.Provenance;
import io.kindred.core.json.Json;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Translates between {@link Manifest} and its JSON, refusing whatever does not fit. */
final class ManifestJson {
    private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9_]*\\.arrow");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_FILES = 256;

    private ManifestJson() {}

    static String write(Manifest manifest) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", manifest.formatVersion());
        json.putAll(infoJson(manifest.info()));
        if (!manifest.members().isEmpty()) {
            json.put(
                    "members",
                    manifest.members().stream().map(ManifestJson::infoJson).toList());
        }
        json.put("capabilities", manifest.capabilities());
        json.put("settings", new TreeMap<>(manifest.settings()));
        json.put("vocabularies", new TreeMap<>(manifest.vocabularies()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("source", manifest.data().source());
        data.put("snapshot", manifest.data().snapshot());
        data.put("split", manifest.data().split());
        data.put("splitSeed", manifest.data().splitSeed());
        if (!manifest.data().weights().isEmpty()) {
            data.put("weights", manifest.data().weights());
        }
        json.put("data", data);
        json.put("seed", manifest.seed());
        json.put("metrics", manifest.metrics());
        json.put("environment", manifest.environment());
        json.put("created", manifest.created());
        List<Object> files = new ArrayList<>();
        for (Manifest.Entry entry : manifest.files()) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("name", entry.name());
            file.put("bytes", entry.bytes());
            file.put("rows", entry.rows());
            file.put("sha256", entry.sha256());
            files.add(file);
        }
        json.put("files", files);
        return Json.write(json) + "\n";
    }

    /**
     * @param where names the artifact in errors
     */
    static Manifest read(String text, String where) {
        Map<String, Object> json;
        try {
            json = Json.parseObject(text, where + "/" + Manifest.FILE_NAME);
        } catch (KindredException e) {
            throw new ArtifactException(e.getMessage(), e);
        }
        Fields fields = new Fields(json, where);
        long version = fields.integer("formatVersion");
        if (version < Manifest.OLDEST_FORMAT) {
            throw new FormatTooOldException(where + " has the format " + version + "; this version reads "
                    + Manifest.OLDEST_FORMAT + " to " + Manifest.NEWEST_FORMAT + ": train the model again");
        }
        if (version > Manifest.NEWEST_FORMAT) {
            throw new FormatTooNewException(where + " has the format " + version + "; this version reads up to "
                    + Manifest.NEWEST_FORMAT + ": use a newer Kindred");
        }
        Fields data = new Fields(fields.object("data"), where);
        return new Manifest(
                (int) version,
                fields.info(),
                members(fields, where),
                capabilities(fields),
                numbers(fields, "settings"),
                texts(fields, "vocabularies"),
                new Provenance(
                        data.text("source"),
                        data.text("snapshot"),
                        data.text("split"),
                        data.integer("splitSeed"),
                        data.json().containsKey("weights") ? data.text("weights") : ""),
                fields.integer("seed"),
                numbers(fields, "metrics"),
                texts(fields, "environment"),
                fields.text("created"),
                files(fields, where));
    }

    private static Map<String, Object> infoJson(ModelInfo info) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", info.kind().id());
        json.put("provider", info.provider());
        json.put("parameters", info.parameters());
        json.put("deterministic", info.deterministic());
        return json;
    }

    private static List<ModelInfo> members(Fields fields, String where) {
        List<ModelInfo> members = new ArrayList<>();
        if (fields.json().containsKey("members")) {
            for (Object element : fields.list("members")) {
                members.add(new Fields(object(element, fields, "members"), where).info());
            }
        }
        return List.copyOf(members);
    }

    private static Map<String, Object> object(Object element, Fields fields, String key) {
        if (!(element instanceof Map<?, ?> map)) {
            throw fields.wrong(key, "a list of objects");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((k, v) -> object.put((String) k, v));
        return object;
    }

    private static Set<String> capabilities(Fields fields) {
        Set<String> names = new LinkedHashSet<>();
        for (Object name : fields.list("capabilities")) {
            names.add(String.valueOf(name));
        }
        return Collections.unmodifiableSet(names);
    }

    private static Map<String, Double> numbers(Fields fields, String key) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        fields.object(key).forEach((name, value) -> {
            if (!(value instanceof Number number)) {
                throw fields.wrong(key + "." + name, "a number");
            }
            numbers.put(name, number.doubleValue());
        });
        return Collections.unmodifiableMap(numbers);
    }

    private static Map<String, String> texts(Fields fields, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.object(key).forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return Collections.unmodifiableMap(texts);
    }

    private static List<Manifest.Entry> files(Fields fields, String where) {
        List<Object> list = fields.list("files");
        if (list.size() > MAX_FILES) {
            throw new ArtifactException(where + ": the manifest lists " + list.size() + " files; at most " + MAX_FILES);
        }
        List<Manifest.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object element : list) {
            Fields file = new Fields(object(element, fields, "files"), where);
            String name = file.text("name");
            // A plain name is all there is: no folders, no "..", nothing outside the artifact.
            if (!FILE_NAME.matcher(name).matches() || !seen.add(name)) {
                throw new ArtifactException(where + ": the manifest lists the file '" + name
                        + "'; names are like 'users.arrow' and occur once");
            }
            String sha256 = file.text("sha256");
            long bytes = file.integer("bytes");
            long rows = file.integer("rows");
            if (!SHA256.matcher(sha256).matches() || bytes < 0 || rows < 0) {
                throw new ArtifactException(where + ": the manifest's entry for '" + name + "' is damaged");
            }
            entries.add(new Manifest.Entry(name, bytes, rows, sha256));
        }
        return List.copyOf(entries);
    }

    /** Typed access to a JSON object with errors that name the manifest and the key. */
    private record Fields(Map<String, Object> json, String where) {
        String text(String key) {
            if (json.get(key) instanceof String text) {
                return text;
            }
            throw wrong(key, "text");
        }

        long integer(String key) {
            if (json.get(key) instanceof Long number) {
                return number;
            }
            throw wrong(key, "an integer");
        }

        boolean flag(String key) {
            if (json.get(key) instanceof Boolean flag) {
                return flag;
            }
            throw wrong(key, "true or false");
        }

        Map<String, Object> object(String key) {
            if (json.get(key) instanceof Map<?, ?> map) {
                Map<String, Object> object = new LinkedHashMap<>();
                map.forEach((k, v) -> object.put((String) k, v));
                return object;
            }
            throw wrong(key, "an object");
        }

        List<Object> list(String key) {
            if (json.get(key) instanceof List<?> list) {
                return new ArrayList<>(list);
            }
            throw wrong(key, "a list");
        }

        ModelInfo info() {
            return new ModelInfo(
                    text("provider"), ArtifactKind.of(text("kind")), object("parameters"), flag("deterministic"));
        }

        ArtifactException wrong(String key, String expected) {
            return new ArtifactException(where + ": the manifest's '" + key + "' is "
                    + (json.containsKey(key) ? "not " + expected : "missing"));
        }
    }
}
