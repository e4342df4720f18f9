package io.kindred.cli.experiment;

import io.kindred.cli.UsageException;
import io.kindred.cli.console.Table;
import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.runner.PlannedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an experiment will do, for people and as JSON values. Immutable.
 *
 * @param name of the experiment
 * @param file as it was read
 * @param models checked
 */
public record PlanText(String name, ExperimentFile file, List<PlannedModel> models) {
    /**
     * Checks the models.
     *
     * @param fileName for errors
     * @throws UsageException if a model or parameter does not exist
     */
    public static PlanText of(ExperimentFile file, String name, String fileName, ModelCatalog catalog) {
        try {
            return new PlanText(name, file, PlannedModel.of(file, catalog, fileName));
        } catch (KindredException e) {
            throw new UsageException(e);
        }
    }

    /** The plan for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(name + ": " + models.size() + (models.size() == 1 ? " model" : " models") + " x "
                + file.seeds().size() + (file.seeds().size() == 1 ? " seed" : " seeds") + " = "
                + models.size() * file.seeds().size() + " to train and measure");
        lines.add("data      "
                + file.data()
                        .path()
                        .orElseGet(() -> file.data().train().orElse("") + " and "
                                + file.data().test().orElse("")));
        lines.add("protocol  " + file.protocol().name().orElse("what fits the data") + ", seeds "
                + file.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        lines.add("measured  at "
                + file.metrics().at().stream().map(String::valueOf).collect(Collectors.joining(", ")) + "; ranked by "
                + file.metrics().decisive());
        lines.add("");
        Table table = new Table("name", "model", "same seed, same bits", "parameters");
        for (PlannedModel model : models) {
            table.row(
                    model.title(),
                    model.model(),
                    model.deterministic() ? "yes" : "no",
                    model.parameters().entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining(" ")));
        }
        lines.addAll(table.lines());
        for (PlannedModel model : models) {
            model.space().ifPresent(space -> {
                lines.add("");
                lines.add("searched for " + model.title() + " with "
                        + file.search().sampler().name() + ", "
                        + file.budget().budget().text() + ":");
                space.dimensions().forEach(dimension -> lines.add("  " + dimension.name() + "  " + dimension.text()));
            });
        }
        return lines;
    }

    /** The plan as JSON values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("seeds", file.seeds());
        map.put("protocol", file.protocol().name().orElse("auto"));
        map.put("at", file.metrics().at());
        map.put("chooseBy", file.metrics().decisive());
        List<Object> list = new ArrayList<>();
        for (PlannedModel model : models) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", model.title());
            entry.put("model", model.model());
            entry.put("parameters", model.parameters());
            entry.put("deterministic", model.deterministic());
            Map<String, Object> searched = new LinkedHashMap<>();
            model.space().ifPresent(space -> space.dimensions()
                    .forEach(dimension -> searched.put(dimension.name(), dimension.text())));
            entry.put("searched", searched);
            list.add(entry);
        }
        map.put("models", list);
        return map;
    }
}
