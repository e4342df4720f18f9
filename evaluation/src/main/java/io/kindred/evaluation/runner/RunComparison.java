package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.Leaderboard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The models of several runs against each other, as far as they were measured on the same data in the same way: every figure is
 * of the divisions that all runs have in common. Immutable.
 *
 * @param leaderboard the models, best first, with paired tests
 * @param metrics that all of them have
 * @param notes what a reader must know
 */
public record RunComparison(Leaderboard leaderboard, List<String> metrics, List<String> notes) {
    public RunComparison {
        metrics = List.copyOf(metrics);
        notes = List.copyOf(notes);
    }

    /** A division of data and a way to measure. */
    private record Ground(String protocolHash, String dataHash) {
        static Ground of(SeedResult seed) {
            return new Ground(
                    seed.report().protocolHash(),
                    String.valueOf(seed.report().data().get("dataHash")));
        }
    }

    /**
     * Compares runs.
     *
     * @param runs at least two
     * @param metric that ranks the models; empty for the one the first run was ranked by
     * @throws KindredException if two runs have nothing in common, saying what differs; or the metric does not exist
     */
    public static RunComparison of(List<RunResults> runs, String metric) {
        Set<Ground> common = new LinkedHashSet<>(grounds(runs.getFirst()));
        for (RunResults run : runs.subList(1, runs.size())) {
            Set<Ground> its = grounds(run);
            if (common.stream().noneMatch(its::contains)) {
                throw new KindredException(runs.getFirst().facts().run() + " and "
                        + run.facts().run() + " cannot be compared: " + difference(first(runs.getFirst()), first(run)));
            }
            common.retainAll(its);
        }
        List<Leaderboard.Entry> entries = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        boolean ambiguous = titles(runs).size()
                < runs.stream().mapToInt(run -> run.models().size()).sum();
        for (RunResults run : runs) {
            for (ModelResult model : run.models()) {
                List<SeedResult> shared = shared(model, common);
                String name = ambiguous ? run.facts().run() + "/" + model.name() : model.name();
                if (shared.stream().map(Ground::of).distinct().count() < common.size()) {
                    notes.add(name + " is left out: it was not measured on everything that the runs have in common");
                    continue;
                }
                entries.add(SeedMeans.entry(name, shared));
                if (shared.size() < model.seeds().size()) {
                    notes.add(name + ": " + shared.size() + " of its "
                            + model.seeds().size() + " seeds are compared, those that the other runs have too");
                }
            }
        }
        String by = metric.isEmpty() ? runs.getFirst().facts().chooseBy() : metric;
        if (entries.isEmpty()) {
            throw new KindredException("no model was measured on everything that the runs have in common");
        }
        return new RunComparison(Leaderboard.of(entries, by), metrics(entries), notes);
    }

    /** The results on the common ground, in its order. */
    private static List<SeedResult> shared(ModelResult model, Set<Ground> common) {
        List<SeedResult> shared = new ArrayList<>();
        for (Ground ground : common) {
            model.seeds().stream()
                    .filter(seed -> ground.equals(Ground.of(seed)))
                    .forEach(shared::add);
        }
        return shared;
    }

    private static Set<Ground> grounds(RunResults run) {
        Set<Ground> grounds = new LinkedHashSet<>();
        run.models().forEach(model -> model.seeds().forEach(seed -> grounds.add(Ground.of(seed))));
        if (grounds.isEmpty()) {
            throw new KindredException("no model of the run " + run.facts().run() + " is measured yet");
        }
        return grounds;
    }

    private static Set<String> titles(List<RunResults> runs) {
        Set<String> titles = new LinkedHashSet<>();
        runs.forEach(run -> run.models().forEach(model -> titles.add(model.name())));
        return titles;
    }

    private static EvaluationReport first(RunResults run) {
        return run.models().stream()
                .flatMap(model -> model.seeds().stream())
                .findFirst()
                .orElseThrow()
                .report();
    }

    private static List<String> metrics(List<Leaderboard.Entry> entries) {
        List<String> common =
                new ArrayList<>(entries.getFirst().report().metrics().keySet());
        entries.forEach(entry -> common.retainAll(entry.report().metrics().keySet()));
        return common;
    }

    /** What differs, in words. */
    private static String difference(EvaluationReport a, EvaluationReport b) {
        if (!a.protocolHash().equals(b.protocolHash())) {
            Map<String, Object> mine = settings(a);
            Map<String, Object> theirs = settings(b);
            Set<String> keys = new LinkedHashSet<>(mine.keySet());
            keys.addAll(theirs.keySet());
            List<String> different = keys.stream()
                    .filter(key -> !Objects.equals(text(mine.get(key)), text(theirs.get(key))))
                    .map(key -> key + " is " + text(mine.get(key)) + " and " + text(theirs.get(key)))
                    .toList();
            return "they were measured in different ways: " + String.join("; ", different);
        }
        for (String count : List.of("users", "items", "train", "test")) {
            if (!Objects.equals(text(a.data().get(count)), text(b.data().get(count)))) {
                return "they were measured on different data: " + count + " is "
                        + text(a.data().get(count)) + " and " + text(b.data().get(count));
            }
        }
        return "they were measured on different data: as many users, items and interactions, but not the same";
    }

    private static Map<String, Object> settings(EvaluationReport report) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("protocol", report.protocol());
        settings.putAll(report.settings());
        return settings;
    }

    private static String text(Object value) {
        return value == null ? "not set" : String.valueOf(value);
    }
}
