package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.stats.Interval;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a run's models again with the settings it tested and compares every figure: bit for bit where a model promises the same
 * bits for the same seed, and otherwise within the spread that the run itself shows. What a search tried is not tried again.
 * Used once, by one thread.
 */
public final class Reproduction {
    private final RunFolder folder;
    private final ExperimentData data;
    private final ModelCatalog catalog;
    private final Capacity capacity;
    private final String device;
    private final RunListener listener;

    /**
     * What became of one model and seed.
     *
     * @param title of the model
     * @param exact whether every bit had to agree
     * @param compared how many figures, those of each user included
     * @param differences figures that do not agree
     */
    public record Verdict(String title, long seed, boolean exact, long compared, List<Difference> differences) {
        public Verdict {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A figure that does not agree.
     *
     * @param what the metric, with the user where it is one user's
     * @param was in the run; NaN where it was not defined
     * @param is now
     * @param allowed what would have been right, in words
     */
    public record Difference(String what, double was, double is, String allowed) {}

    public Reproduction(
            RunFolder folder,
            ExperimentData data,
            ModelCatalog catalog,
            Capacity capacity,
            String device,
            RunListener listener) {
        this.folder = folder;
        this.data = data;
        this.catalog = catalog;
        this.capacity = capacity;
        this.device = device;
        this.listener = listener;
    }

    /**
     * Runs the models again.
     *
     * @param only titles of the models; empty for all
     * @throws KindredException if the data are not those of the run, or a title is not in it
     */
    public List<Verdict> run(Set<String> only) throws IOException, InterruptedException {
        RunResults run = folder.load();
        ExperimentFile file = folder.experiment();
        Set<String> titles = new LinkedHashSet<>();
        run.models().forEach(model -> titles.add(model.name()));
        for (String title : only) {
            if (!titles.contains(title)) {
                throw new KindredException(
                        "the run has no model '" + title + "'; it has: " + String.join(", ", titles));
            }
        }
        Divider divider = new Divider(file.protocol(), data);
        List<Verdict> verdicts = new ArrayList<>();
        try (PeakMemory memory = new PeakMemory()) {
            for (long seed : run.facts().seeds()) {
                Split split = divider.testing(seed);
                EvaluationOptions options =
                        file.metrics().options(seed, data.all()).withThreads(capacity.threads());
                for (ModelResult model : run.models()) {
                    boolean wanted = only.isEmpty() || only.contains(model.name());
                    for (SeedResult before : wanted ? model.seeds() : List.<SeedResult>of()) {
                        if (before.seed() == seed) {
                            requireSame(before, split);
                            verdicts.add(again(model, before, split, options, memory));
                        }
                    }
                }
            }
        }
        if (verdicts.isEmpty()) {
            throw new KindredException("the run has no results to be reproduced");
        }
        return verdicts;
    }

    private void requireSame(SeedResult before, Split split) {
        String hash = split.dataHash();
        if (!hash.equals(before.report().data().get("dataHash"))) {
            throw new KindredException("the data are not those of the run (hash "
                    + hash.substring(0, 12) + ", the run has "
                    + String.valueOf(before.report().data().get("dataHash")).substring(0, 12)
                    + "), so nothing can be reproduced with them");
        }
    }

    private Verdict again(
            ModelResult model, SeedResult before, Split split, EvaluationOptions options, PeakMemory memory)
            throws InterruptedException {
        RunTask task = new RunTask(model.name(), model.model(), model.parameters(), before.seed());
        listener.started(task);
        SeedResult now = new TaskRun(task, listener).run(split, data, options, catalog, device, memory);
        listener.finished(task, now, false);
        boolean exact = catalog.get(model.model()).card().deterministic();
        List<Difference> differences = new ArrayList<>();
        long compared = exact ? exactly(before, now, differences) : within(model, before, now, differences);
        return new Verdict(model.name(), before.seed(), exact, compared, differences);
    }

    private static long exactly(SeedResult before, SeedResult now, List<Difference> differences) {
        Map<String, Double> was = before.report().metrics();
        Map<String, Double> is = now.report().metrics();
        // Metrics that did not exist when the run was made say nothing of it.
        was.forEach((name, value) -> compare(name, value, is.getOrDefault(name, Double.NaN), differences));
        Map<String, Interval> ends = now.report().intervals();
        before.report().intervals().forEach((name, interval) -> {
            Interval again = ends.get(name);
            compare(name + " (low)", interval.low(), again == null ? Double.NaN : again.low(), differences);
            compare(name + " (high)", interval.high(), again == null ? Double.NaN : again.high(), differences);
        });
        long compared = was.size() + 2L * before.report().intervals().size();
        return compared + users(before.perUser(), now.perUser(), differences);
    }

    private static long users(PerUserValues was, PerUserValues is, List<Difference> differences) {
        boolean same = was.users().equals(is.users()) && Arrays.equals(was.userOf(), is.userOf());
        if (!same) {
            differences.add(new Difference("users measured", was.rows(), is.rows(), "the same users"));
            return 1;
        }
        was.columns().forEach((name, values) -> {
            double[] again = is.columns().get(name);
            for (int r = 0; r < values.length; r++) {
                double value = again == null ? Double.NaN : again[r];
                compare(name + " of user " + was.users().idOf(was.userOf()[r]), values[r], value, differences);
            }
        });
        return (long) was.columns().size() * was.rows();
    }

    private static void compare(String what, double was, double is, List<Difference> differences) {
        if (Double.doubleToLongBits(was) != Double.doubleToLongBits(is)) {
            differences.add(new Difference(what, was, is, "the same bits"));
        }
    }

    /** With several seeds as far from their mean as any of them, doubled; with one its 95% interval. */
    private static long within(ModelResult model, SeedResult before, SeedResult now, List<Difference> differences) {
        for (Map.Entry<String, Interval> bounds : spread(model, before).entrySet()) {
            double was = before.report().metrics().get(bounds.getKey());
            double is = now.report().metrics().getOrDefault(bounds.getKey(), Double.NaN);
            Interval allowed = bounds.getValue();
            if (!(is >= allowed.low() && is <= allowed.high())) {
                differences.add(new Difference(
                        bounds.getKey(),
                        was,
                        is,
                        String.format(java.util.Locale.ROOT, "%.4f to %.4f", allowed.low(), allowed.high())));
            }
        }
        return spread(model, before).size();
    }

    private static Map<String, Interval> spread(ModelResult model, SeedResult before) {
        Map<String, Interval> spread = new java.util.LinkedHashMap<>();
        before.report().metrics().forEach((name, value) -> {
            double[] values = model.seeds().stream()
                    .filter(seed -> seed.report().metrics().containsKey(name))
                    .mapToDouble(seed -> seed.report().metrics().get(name))
                    .toArray();
            if (values.length > 1) {
                double mean = Arrays.stream(values).average().orElseThrow();
                double reach = 2
                        * Arrays.stream(values)
                                .map(v -> Math.abs(v - mean))
                                .max()
                                .orElseThrow();
                spread.put(name, new Interval(mean - reach, mean + reach));
            } else if (before.report().intervals().containsKey(name)) {
                spread.put(name, before.report().intervals().get(name));
            }
        });
        return spread;
    }
}
