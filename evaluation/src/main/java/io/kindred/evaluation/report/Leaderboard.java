package io.kindred.evaluation.report;

import io.kindred.core.KindredException;
import io.kindred.evaluation.stats.Interval;
import io.kindred.evaluation.stats.Means;
import io.kindred.evaluation.stats.PairedTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several models measured in the same way on the same data, best first by one metric. The best is compared with every other
 * one by paired tests on per-user values, and is called better only than those where the tests speak for it. Immutable.
 *
 * @param metric the metric of the ranking, as in "ndcg@10"
 * @param rows best first; models with the same value keep the order they were given in
 */
public record Leaderboard(String metric, List<Row> rows) {
    private static final Set<String> LOWER_IS_BETTER = Set.of("rmse", "mae", "gini", "logloss", "arp", "rsp", "reo");

    public Leaderboard {
        rows = List.copyOf(rows);
    }

    /**
     * A model to be ranked.
     *
     * @param name what to call it; different models need different names
     * @param report its figures
     * @param perUser the values behind them; empty where they were not kept
     */
    public record Entry(String name, EvaluationReport report, Optional<PerUserValues> perUser) {}

    /**
     * A place on the leaderboard.
     *
     * @param name what the model is called
     * @param report its figures
     * @param comparison the best model against this one; empty for the best itself and where there are no per-user values
     */
    public record Row(String name, EvaluationReport report, Optional<Comparison> comparison) {}

    /**
     * Ranks models.
     *
     * @throws KindredException if there are none, one lacks the metric, two have the same name, or they were not measured in
     *     the same way on the same data
     */
    public static Leaderboard of(List<Entry> entries, String metric) {
        check(entries, metric);
        boolean lower = lowerIsBetter(metric);
        Comparator<Entry> byValue =
                Comparator.comparingDouble(entry -> entry.report().metrics().get(metric));
        List<Entry> order = new ArrayList<>(entries);
        order.sort(lower ? byValue : byValue.reversed());
        Entry best = order.getFirst();
        List<Optional<Comparison>> comparisons = compare(best, order.subList(1, order.size()), metric);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(best.name(), best.report(), Optional.empty()));
        for (int i = 1; i < order.size(); i++) {
            rows.add(new Row(order.get(i).name(), order.get(i).report(), comparisons.get(i - 1)));
        }
        return new Leaderboard(metric, rows);
    }

    /** Whether smaller values of a metric are the better ones. */
    public static boolean lowerIsBetter(String metric) {
        String label = metric.substring(metric.indexOf(':') + 1);
        int at = label.indexOf('@');
        String name = at < 0 ? label : label.substring(0, at);
        return LOWER_IS_BETTER.contains(name)
                || name.endsWith("-gap")
                || name.startsWith("calibration-kl-")
                || name.startsWith("rsp-")
                || name.startsWith("reo-");
    }

    /** The model with the best value. */
    public Row best() {
        return rows.getFirst();
    }

    /** What may be said about the best model, in one or two sentences. */
    public String verdict() {
        List<String> beaten = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> untested = new ArrayList<>();
        for (Row row : rows.subList(1, rows.size())) {
            List<String> list = row.comparison().isEmpty()
                    ? untested
                    : row.comparison().get().significant() ? beaten : open;
            list.add(row.name());
        }
        StringBuilder text = new StringBuilder();
        if (!beaten.isEmpty()) {
            text.append(best().name())
                    .append(" is better than ")
                    .append(String.join(", ", beaten))
                    .append(" on ")
                    .append(metric)
                    .append(" (paired t and Wilcoxon on per-user values, Holm-corrected p < ")
                    .append(Comparison.SIGNIFICANCE)
                    .append(").");
        } else {
            text.append(best().name()).append(" has the best ").append(metric).append('.');
        }
        if (!open.isEmpty()) {
            text.append(" No difference is shown to ")
                    .append(String.join(", ", open))
                    .append('.');
        }
        if (!untested.isEmpty()) {
            text.append(" Not tested against ")
                    .append(String.join(", ", untested))
                    .append('.');
        }
        return text.toString();
    }

    /** As JSON values: the rows with their reports, the comparisons and the verdict. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("metric", metric);
        map.put("best", best().name());
        map.put("verdict", verdict());
        List<Map<String, Object>> list = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", row.name());
            entry.put("best", row.name().equals(best().name()));
            row.comparison().ifPresent(comparison -> entry.put("comparedWithBest", comparison.toMap()));
            entry.put("report", row.report().toMap());
            list.add(entry);
        }
        map.put("rows", list);
        return map;
    }

    /**
     * A table for a terminal, the best marked with an asterisk, followed by the verdict.
     *
     * @param others further metrics to show; those that no model has are left out
     */
    public String toText(List<String> others) {
        List<String> shown = new ArrayList<>(others);
        shown.remove(metric);
        shown.removeIf(
                name -> rows.stream().noneMatch(row -> row.report().metrics().containsKey(name)));
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("", "model", metric, "95% interval"));
        head.addAll(shown);
        head.addAll(List.of("p vs best", "train s"));
        table.row(head);
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            cells.add(row.name().equals(best().name()) ? "*" : "");
            cells.add(row.name());
            cells.add(number(row.report().metrics().get(metric)));
            Interval interval = row.report().intervals().get(metric);
            cells.add(interval == null ? "" : number(interval.low()) + " - " + number(interval.high()));
            for (String name : shown) {
                Double value = row.report().metrics().get(name);
                cells.add(value == null ? "" : number(value));
            }
            cells.add(row.comparison().map(Leaderboard::p).orElse(""));
            cells.add(String.format(Locale.ROOT, "%.1f", row.report().trainSeconds()));
            table.row(cells);
        }
        return table + verdict() + "\n";
    }

    private static String p(Comparison comparison) {
        double p = Math.max(comparison.adjustedT(), comparison.adjustedWilcoxon());
        return p < 0.0001 ? "<0.0001" : number(p);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static void check(List<Entry> entries, String metric) {
        if (entries.isEmpty()) {
            throw new KindredException("a leaderboard needs at least one report");
        }
        EvaluationReport first = entries.getFirst().report();
        List<String> names = new ArrayList<>();
        for (Entry entry : entries) {
            EvaluationReport report = entry.report();
            if (names.contains(entry.name())) {
                throw new KindredException("two models of the leaderboard are called '" + entry.name() + "'");
            }
            names.add(entry.name());
            if (!report.metrics().containsKey(metric)) {
                throw new KindredException("the report of '" + entry.name() + "' has no metric '" + metric
                        + "'; available: " + String.join(", ", report.metrics().keySet()));
            }
            boolean comparable = report.protocolHash().equals(first.protocolHash())
                    && report.data().get("dataHash").equals(first.data().get("dataHash"));
            if (!comparable) {
                throw new KindredException(
                        "'" + entry.name() + "' and '" + names.getFirst() + "' cannot be compared: they were"
                                + " measured on different data or under different protocols (" + report.protocol() + " "
                                + report.protocolHash().substring(0, 8) + ", " + first.protocol() + " "
                                + first.protocolHash().substring(0, 8) + ")");
            }
        }
    }

    private static List<Optional<Comparison>> compare(Entry best, List<Entry> others, String metric) {
        Map<String, double[][]> pairs = new LinkedHashMap<>();
        for (Entry other : others) {
            pairs(best, other, metric).ifPresent(pair -> pairs.put(other.name(), pair));
        }
        List<PairedTest> t = new ArrayList<>();
        List<PairedTest> wilcoxon = new ArrayList<>();
        for (double[][] pair : pairs.values()) {
            t.add(PairedTest.t(pair[0], pair[1]).orElseThrow());
            wilcoxon.add(PairedTest.wilcoxon(pair[0], pair[1]).orElseThrow());
        }
        double[] adjustedT =
                PairedTest.holm(t.stream().mapToDouble(PairedTest::p).toArray());
        double[] adjustedWilcoxon =
                PairedTest.holm(wilcoxon.stream().mapToDouble(PairedTest::p).toArray());
        List<Optional<Comparison>> comparisons = new ArrayList<>();
        int next = 0;
        for (Entry other : others) {
            double[][] pair = pairs.get(other.name());
            if (pair == null) {
                comparisons.add(Optional.empty());
                continue;
            }
            double difference = Means.ofDefined(pair[0]) - Means.ofDefined(pair[1]);
            comparisons.add(Optional.of(new Comparison(
                    difference, t.get(next), wilcoxon.get(next), adjustedT[next], adjustedWilcoxon[next])));
            next++;
        }
        return comparisons;
    }

    /** The values of the users for whom both have one; empty where there are too few to test or they were not kept. */
    private static Optional<double[][]> pairs(Entry best, Entry other, String metric) {
        boolean kept = best.perUser().map(v -> v.columns().containsKey(metric)).orElse(false)
                && other.perUser().map(v -> v.columns().containsKey(metric)).orElse(false);
        if (!kept) {
            return Optional.empty();
        }
        double[][] pairs = best.perUser().get().paired(other.perUser().get(), metric);
        return pairs[0].length < 2 ? Optional.empty() : Optional.of(pairs);
    }
}
