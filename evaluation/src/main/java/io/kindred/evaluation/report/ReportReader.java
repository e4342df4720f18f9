package io.kindred.evaluation.report;

import io.kindred.core.KindredException;
import io.kindred.core.json.Json;
import io.kindred.evaluation.stats.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link EvaluationReport#toJson} wrote. Used by one caller at a time. */
final class ReportReader {
    private final String name;

    /**
     * @param name of the file, for errors
     */
    ReportReader(String name) {
        this.name = name;
    }

    static EvaluationReport read(Path file) throws IOException {
        return new ReportReader(file.toString()).report(Json.parseObject(Files.readString(file), file.toString()));
    }

    EvaluationReport report(Map<String, Object> json) {
        Map<String, Object> seconds = map(json, "seconds");
        Map<String, Interval> intervals = new LinkedHashMap<>();
        map(json, "intervals").forEach((metric, ends) -> intervals.put(metric, interval(ends)));
        Map<String, Integer> answered = new LinkedHashMap<>();
        map(json, "answered").forEach((way, count) -> answered.put(way, (int) whole(count, "answered")));
        Map<String, Long> seeds = new LinkedHashMap<>();
        map(json, "seeds").forEach((what, seed) -> seeds.put(what, whole(seed, "seeds")));
        return new EvaluationReport(
                text(json, "model"),
                map(json, "parameters"),
                text(json, "protocol"),
                text(json, "protocolHash"),
                map(json, "settings"),
                (int) whole(json.get("users"), "users"),
                (int) whole(json.get("usersLeftOut"), "usersLeftOut"),
                (int) whole(json.get("tiedLists"), "tiedLists"),
                numbers(map(json, "metrics")),
                intervals,
                number(seconds.get("train"), "seconds"),
                number(seconds.get("evaluate"), "seconds"),
                map(json, "data"),
                answered,
                maps(json, "userGroups").stream().map(this::userGroup).toList(),
                maps(json, "itemGroups").stream().map(this::itemGroup).toList(),
                json.containsKey("exposure")
                        ? maps(json, "exposure").stream().map(this::curve).toList()
                        : List.of(),
                seeds,
                list(json, "notes").stream().map(String::valueOf).toList());
    }

    private GroupMeans userGroup(Map<String, Object> json) {
        Map<String, Object> metrics = new LinkedHashMap<>(json);
        List.of("grouping", "group", "users").forEach(metrics::remove);
        return new GroupMeans(
                text(json, "grouping"), text(json, "group"), (int) whole(json.get("users"), "users"), numbers(metrics));
    }

    private GroupExposure itemGroup(Map<String, Object> json) {
        return new GroupExposure(
                text(json, "grouping"),
                text(json, "group"),
                (int) whole(json.get("items"), "items"),
                number(json.get("catalogueShare"), "catalogueShare"),
                number(json.get("trainingShare"), "trainingShare"),
                byCutoff(json, "exposure@"),
                whole(json.get("relevant"), "relevant"),
                byCutoff(json, "rate@"),
                byCutoff(json, "recall@"));
    }

    private Map<Integer, Double> byCutoff(Map<String, Object> json, String prefix) {
        Map<Integer, Double> figures = new TreeMap<>();
        json.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                figures.put(Integer.valueOf(key.substring(prefix.length())), number(value, key));
            }
        });
        return figures;
    }

    private ExposureCurve curve(Map<String, Object> json) {
        return new ExposureCurve(
                text(json, "of"),
                list(json, "shares").stream()
                        .map(share -> number(share, "shares"))
                        .toList());
    }

    private Interval interval(Object ends) {
        if (ends instanceof List<?> pair && pair.size() == 2) {
            return new Interval(number(pair.get(0), "intervals"), number(pair.get(1), "intervals"));
        }
        throw damaged("intervals");
    }

    private Map<String, Double> numbers(Map<String, Object> json) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        json.forEach((key, value) -> numbers.put(key, number(value, key)));
        return numbers;
    }

    private String text(Map<String, Object> json, String key) {
        if (json.get(key) instanceof String text) {
            return text;
        }
        throw damaged(key);
    }

    private long whole(Object value, String key) {
        if (value instanceof Long number) {
            return number;
        }
        throw damaged(key);
    }

    private double number(Object value, String key) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw damaged(key);
    }

    private List<Object> list(Map<String, Object> json, String key) {
        if (json.get(key) instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw damaged(key);
    }

    private List<Map<String, Object>> maps(Map<String, Object> json, String key) {
        List<Map<String, Object>> maps = new ArrayList<>();
        list(json, key).forEach(entry -> maps.add(map(Map.of(key, entry), key)));
        return maps;
    }

    private Map<String, Object> map(Map<String, Object> json, String key) {
        if (json.get(key) instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((k, v) -> copy.put(String.valueOf(k), v));
            return copy;
        }
        throw damaged(key);
    }

    private KindredException damaged(String key) {
        return new KindredException(name + " is not a report of an evaluation: '" + key + "' is missing or wrong");
    }
}
