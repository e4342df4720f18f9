package io.kindred.evaluation.runner;

import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunFacts;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.report.Leaderboard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The models of a run against each other, best first. With several seeds a figure is the mean over them, intervals and tests
 * are of every user's mean, and the spread over seeds stands beside it. Immutable.
 *
 * @param leaderboard the models that were measured with every seed
 * @param spread for each model the least and the greatest value over the seeds; empty with one seed
 */
public record RunStandings(Leaderboard leaderboard, Map<String, double[]> spread) {
    /** The standings; empty while no model is measured with every seed. */
    public static Optional<RunStandings> of(RunResults run) {
        String metric = run.facts().chooseBy();
        int seeds = run.facts().seeds().size();
        List<Leaderboard.Entry> entries = new ArrayList<>();
        Map<String, double[]> spread = new LinkedHashMap<>();
        for (ModelResult model : run.models()) {
            boolean whole = model.seeds().size() == seeds
                    && model.seeds().stream()
                            .allMatch(seed -> seed.report().metrics().containsKey(metric));
            if (whole) {
                entries.add(SeedMeans.entry(model.name(), model.seeds()));
                if (seeds > 1) {
                    spread.put(model.name(), ends(model.seeds(), metric));
                }
            }
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new RunStandings(Leaderboard.of(entries, metric), spread));
    }

    private static double[] ends(List<SeedResult> seeds, String metric) {
        double[] values = seeds.stream()
                .mapToDouble(seed -> seed.report().metrics().get(metric))
                .sorted()
                .toArray();
        return new double[] {values[0], values[values.length - 1]};
    }

    /** A table for a terminal. */
    public String toText(List<String> show) {
        StringBuilder text = new StringBuilder(leaderboard.toText(show));
        if (!spread.isEmpty()) {
            int width = spread.keySet().stream().mapToInt(String::length).max().orElse(0);
            text.append("These are means over seeds. From seed to seed ")
                    .append(leaderboard.metric())
                    .append(" was:\n");
            for (Leaderboard.Row row : leaderboard.rows()) {
                double[] ends = spread.get(row.name());
                text.append("  ")
                        .append(row.name())
                        .append(" ".repeat(width - row.name().length()));
                text.append(String.format(Locale.ROOT, "  %.4f to %.4f%n", ends[0], ends[1]));
            }
        }
        return text.toString();
    }

    /** A run as JSON values: its facts, and for each model the figures of every seed. */
    public static Map<String, Object> toMap(RunResults run, String folder) {
        RunFacts facts = run.facts();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", facts.name());
        map.put("folder", folder);
        map.put("started", facts.started());
        map.put("finished", facts.finished());
        map.put("chooseBy", facts.chooseBy());
        map.put("protocol", facts.protocol());
        map.put("data", facts.data());
        map.put("notes", facts.notes());
        List<Object> models = new ArrayList<>();
        for (ModelResult model : run.models()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", model.name());
            entry.put("model", model.model());
            entry.put("parameters", model.parameters());
            entry.put("trials", model.trials());
            entry.put("failure", model.failure());
            List<Object> seeds = new ArrayList<>();
            for (SeedResult seed : model.seeds()) {
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("seed", seed.seed());
                figures.put("metrics", seed.report().metrics());
                figures.put("trainSeconds", seed.report().trainSeconds());
                figures.put("evaluateSeconds", seed.report().evaluateSeconds());
                figures.put("protocolHash", seed.report().protocolHash());
                figures.put("dataHash", seed.report().data().get("dataHash"));
                seeds.add(figures);
            }
            entry.put("seeds", seeds);
            models.add(entry);
        }
        map.put("models", models);
        of(run).ifPresent(standings -> {
            map.put("best", standings.leaderboard().best().name());
            map.put("verdict", standings.leaderboard().verdict());
        });
        return map;
    }
}
