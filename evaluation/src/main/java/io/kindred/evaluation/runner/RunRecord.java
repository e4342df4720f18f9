package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunFacts;
import io.kindred.evaluation.experiment.SeedResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@value RunFolder#RUN} holds. Immutable.
 *
 * @param facts of the run
 * @param base the folder that the experiment file was in
 * @param models with the settings they are tested with, without their results
 */
record RunRecord(RunFacts facts, String base, List<ModelResult> models) {
    RunRecord {
        models = List.copyOf(models);
    }

    RunRecord withFacts(RunFacts other) {
        return new RunRecord(other, base, models);
    }

    RunRecord withModels(List<ModelResult> others) {
        return new RunRecord(facts, base, others);
    }

    static ModelResult withSeeds(ModelResult model, List<SeedResult> seeds) {
        return new ModelResult(
                model.name(),
                model.model(),
                model.parameters(),
                model.trials(),
                model.searchSeconds(),
                model.validation(),
                seeds,
                model.failure());
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", facts.name());
        map.put("run", facts.run());
        map.put("started", facts.started());
        map.put("finished", facts.finished());
        map.put("command", facts.command());
        map.put("base", base);
        map.put("chooseBy", facts.chooseBy());
        map.put("at", facts.at());
        map.put("seeds", facts.seeds());
        map.put("data", facts.data());
        map.put("protocol", facts.protocol());
        map.put("environment", facts.environment());
        map.put("notes", facts.notes());
        map.put("models", models.stream().map(RunRecord::json).toList());
        return map;
    }

    private static Map<String, Object> json(ModelResult model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", model.name());
        json.put("model", model.model());
        json.put("parameters", model.parameters());
        json.put("trials", model.trials());
        json.put("searchSeconds", model.searchSeconds());
        json.put("validation", Double.isFinite(model.validation()) ? model.validation() : null);
        json.put("failure", model.failure());
        return json;
    }

    static RunRecord parse(Map<String, Object> json, String file) {
        try {
            RunFacts facts = new RunFacts(
                    text(json, "name"),
                    text(json, "run"),
                    text(json, "started"),
                    text(json, "finished"),
                    text(json, "command"),
                    text(json, "chooseBy"),
                    list(json, "at").stream()
                            .map(k -> Math.toIntExact((Long) k))
                            .toList(),
                    list(json, "seeds").stream().map(seed -> (Long) seed).toList(),
                    map(json.get("data")),
                    map(json.get("protocol")),
                    map(json.get("environment")),
                    list(json, "notes").stream().map(String::valueOf).toList());
            List<ModelResult> models = new ArrayList<>();
            for (Object entry : list(json, "models")) {
                Map<String, Object> model = map(entry);
                models.add(new ModelResult(
                        text(model, "name"),
                        text(model, "model"),
                        map(model.get("parameters")),
                        ((Long) model.get("trials")).intValue(),
                        ((Number) model.get("searchSeconds")).doubleValue(),
                        model.get("validation") instanceof Number number ? number.doubleValue() : Double.NaN,
                        List.of(),
                        text(model, "failure")));
            }
            return new RunRecord(facts, text(json, "base"), models);
        } catch (ClassCastException | NullPointerException e) {
            throw new KindredException(file + " is damaged: it does not say what was run", e);
        }
    }

    private static String text(Map<String, Object> json, String key) {
        return java.util.Objects.requireNonNull((String) json.get(key));
    }

    private static List<Object> list(Map<String, Object> json, String key) {
        return new ArrayList<>((List<?>) json.get(key));
    }

    private static Map<String, Object> map(Object json) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) json).forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }
}
