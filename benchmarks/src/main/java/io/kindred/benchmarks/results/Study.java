package io.kindred.benchmarks.results;

import io.kindred.core.KindredException;
import io.kindred.core.json.Json;
import io.kindred.evaluation.split.Fractions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is measured on a data set and how, read from JSON. Immutable.
 *
 * @param name of the data set and of the files written
 * @param title of the page
 * @param protocol how the data are divided
 * @param fractions of the protocol {@code ratio}, and how much of a given training part validation gets
 * @param seeds of the splits where they are random, and of training; the search is on the first
 * @param searchSeed of the settings drawn
 * @param metric what is to be best on validation
 * @param at cut-offs of the lists on the test part
 * @param finalists how many settings of each model are compared over all seeds
 * @param contestants the models
 */
record Study(
        String name,
        String title,
        Protocol protocol,
        Fractions fractions,
        List<Long> seeds,
        long searchSeed,
        String metric,
        List<Integer> at,
        int finalists,
        List<Contestant> contestants) {
    private static final Set<String> KEYS =
            Set.of("title", "protocol", "fractions", "seeds", "searchSeed", "metric", "at", "finalists", "contestants");

    /** How data are divided into training, validation and test. */
    enum Protocol {
        /** Random shares of each user; the model tested is trained on the training part, validation items are masked. */
        RATIO,
        /** The last item of a user is test, the one before validation; the model tested is trained on all but the test part. */
        LEAVE_LAST_OUT,
        /** Test is given; validation is a random share of each user's training part, on which the tested model is trained too. */
        GIVEN,
        /** Test sessions are given; each prefix predicts the next item. Validation are the last training sessions. */
        NEXT_ITEM;

        static Protocol of(Object name) {
            for (Protocol protocol : values()) {
                if (protocol.id().equals(name)) {
                    return protocol;
                }
            }
            throw new KindredException(
                    "a study's protocol is " + name + " but must be ratio, leave-last-out, given or next-item");
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Study {
        seeds = List.copyOf(seeds);
        at = List.copyOf(at);
        contestants = List.copyOf(contestants);
        if (!metric.matches("(ndcg|recall|hit|mrr)@\\d+")) {
            throw new KindredException("the study's metric is '" + metric
                    + "' but must be ndcg, recall, hit or mrr with a cut-off, as in ndcg@10");
        }
        if (seeds.isEmpty() || contestants.isEmpty() || finalists < 1) {
            throw new KindredException("the study '" + name + "' needs seeds, contestants and at least one finalist");
        }
    }

    /** The study in a file, or the one that comes with this program under a name. */
    static Study load(String nameOrFile) throws IOException {
        if (nameOrFile.endsWith(".json")) {
            Path file = Path.of(nameOrFile);
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
            return parse(name, Files.readString(file));
        }
        try (InputStream in = Study.class.getResourceAsStream(nameOrFile + ".json")) {
            if (in == null) {
                throw new KindredException(
                        "there is no study '" + nameOrFile + "'; name one of those in benchmarks or a .json file");
            }
            return parse(nameOrFile, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Study parse(String name, String text) {
        Map<String, Object> json = Json.parseObject(text, "the study '" + name + "'");
        json.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new KindredException("the study '" + name + "' has an unknown key '" + key + "'");
        });
        List<Object> fractions = list(json, "fractions");
        return new Study(
                name,
                String.valueOf(json.get("title")),
                Protocol.of(json.get("protocol")),
                new Fractions(number(fractions.get(0)), number(fractions.get(1)), number(fractions.get(2))),
                list(json, "seeds").stream().map(s -> (Long) s).toList(),
                (Long) json.get("searchSeed"),
                String.valueOf(json.get("metric")),
                list(json, "at").stream().map(k -> Math.toIntExact((Long) k)).toList(),
                Math.toIntExact((Long) json.get("finalists")),
                contestants(object(json.get("contestants"), "contestants")));
    }

    private static List<Contestant> contestants(Map<String, Object> json) {
        List<Contestant> found = new ArrayList<>();
        json.forEach((name, value) -> {
            Map<String, Object> entry = object(value, name);
            Map<String, Range> space = new LinkedHashMap<>();
            object(entry.getOrDefault("space", Map.of()), name)
                    .forEach((parameter, range) -> space.put(parameter, Range.of(range, name + "." + parameter)));
            found.add(new Contestant(
                    name,
                    String.valueOf(entry.getOrDefault("model", name)),
                    Math.toIntExact((Long) entry.getOrDefault("trials", 1L)),
                    space));
        });
        return found;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static List<Object> list(Map<String, Object> json, String key) {
        if (json.get(key) instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw new KindredException("a study needs '" + key + "', a list");
    }

    private static Map<String, Object> object(Object json, String what) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new KindredException("a study's '" + what + "' must be an object");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
    }
}
