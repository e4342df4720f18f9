package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.json.Json;
import io.kindred.evaluation.experiment.TrialRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The trials of a run's searches, one JSON object a line, each on disk before the next begins. A last line that a kill cut off
 * is left out. Thread-safe.
 */
final class TrialLog {
    private final Path file;

    TrialLog(Path file) {
        this.file = file;
    }

    /** Every trial so far, in the order they ended. */
    synchronized List<TrialRecord> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<TrialRecord> trials = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            trials.add(parse(Json.parseObject(text.substring(from, end), file + " line " + (trials.size() + 1))));
            from = end + 1;
        }
        if (from < text.length()) {
            // What was cut off must not become one with the next line.
            RunFiles.write(file, text.substring(0, from));
        }
        return trials;
    }

    synchronized void add(TrialRecord trial) throws IOException {
        RunFiles.append(file, Json.writeCompact(json(trial)));
    }

    private static Map<String, Object> json(TrialRecord trial) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", trial.model());
        json.put("number", trial.number());
        json.put("parameters", trial.parameters());
        json.put("value", Double.isFinite(trial.value()) ? trial.value() : null);
        json.put("state", trial.state().name().toLowerCase(Locale.ROOT));
        json.put("epochs", trial.epochs());
        Map<String, Object> curve = new LinkedHashMap<>();
        trial.curve().forEach((epoch, value) -> curve.put(String.valueOf(epoch), value));
        json.put("curve", curve);
        json.put("seconds", trial.seconds());
        json.put("processorSeconds", trial.processorSeconds());
        json.put("failure", trial.failure());
        return json;
    }

    private TrialRecord parse(Map<String, Object> json) {
        try {
            SortedMap<Integer, Double> curve = new TreeMap<>();
            ((Map<?, ?>) json.get("curve"))
                    .forEach((epoch, value) -> curve.put(Integer.valueOf((String) epoch), number(value)));
            Map<String, Object> parameters = new LinkedHashMap<>();
            ((Map<?, ?>) json.get("parameters")).forEach((name, value) -> parameters.put((String) name, value));
            return new TrialRecord(
                    (String) json.get("model"),
                    ((Long) json.get("number")).intValue(),
                    Collections.unmodifiableMap(parameters),
                    json.get("value") == null ? Double.NaN : number(json.get("value")),
                    TrialRecord.State.valueOf(((String) json.get("state")).toUpperCase(Locale.ROOT)),
                    ((Long) json.get("epochs")).intValue(),
                    curve,
                    number(json.get("seconds")),
                    number(json.get("processorSeconds")),
                    (String) json.get("failure"));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new KindredException(file + " has a line that is no trial; remove the file to search anew", e);
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
