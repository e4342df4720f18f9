package io.kindred.cli.data;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A data set in numbers.
 *
 * @param values every number by name as JSON values, in order
 */
public record DataProfile(Map<String, Object> values) {
    private static final int MAX_DIFFERENT_VALUES = 20;
    private static final double[] QUANTILES = {0, 0.25, 0.5, 0.75, 0.95, 1};

    /** Counts what there is. */
    public static DataProfile of(LoadedData data) {
        Interactions interactions = data.all().interactions();
        SparseRows rows = interactions.byUser();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("source", data.all().provenance().source());
        values.put("snapshot", data.all().provenance().snapshot());
        values.put("users", interactions.userCount());
        values.put("items", interactions.itemCount());
        values.put("interactions", interactions.size());
        values.put("differentPairs", interactions.distinct().size());
        values.put(
                "density",
                interactions.distinct().size() / ((double) interactions.userCount() * interactions.itemCount()));
        values.put("time", interactions.timeKind());
        if (interactions.timeKind() == TimeKind.TIMESTAMP) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (int p = 0; p < rows.size(); p++) {
                first = Math.min(first, rows.time(p));
                last = Math.max(last, rows.time(p));
            }
            values.put("from", Instant.ofEpochSecond(first).toString());
            values.put("to", Instant.ofEpochSecond(last).toString());
        }
        values.put("interactionsPerUser", quantiles(rows));
        values.put("interactionsPerItem", quantiles(interactions.byItem()));
        values.put("values", valueCounts(rows));
        values.put("userFeatures", columns(data.all().userFeatures()));
        values.put("itemFeatures", columns(data.all().itemFeatures()));
        data.parts().ifPresent(parts -> {
            Map<String, Object> sizes = new LinkedHashMap<>();
            sizes.put("train", parts.train().size());
            sizes.put("validation", parts.validation().map(Interactions::size).orElse(0));
            sizes.put("test", parts.test().size());
            values.put("parts", sizes);
        });
        values.put("notes", data.notes());
        return new DataProfile(values);
    }

    /** The numbers as JSON values. */
    public Map<String, Object> toMap() {
        return values;
    }

    /** The numbers as lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        values.forEach((name, value) -> {
            String text = value instanceof Map<?, ?> map
                    ? map.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("none")
                    : value instanceof List<?> list ? (list.isEmpty() ? "none" : join(list)) : number(value);
            lines.add(String.format(Locale.ROOT, "%-20s %s", words(name), text));
        });
        return lines;
    }

    private static String join(List<?> list) {
        return list.stream().map(String::valueOf).reduce((a, b) -> a + ", " + b).orElse("");
    }

    private static String number(Object value) {
        return switch (value) {
            case Integer i -> String.format(Locale.ROOT, "%,d", i);
            case Double d -> String.format(Locale.ROOT, "%.4g", d);
            default ->
                String.valueOf(value).toLowerCase(Locale.ROOT).equals(String.valueOf(value))
                        ? String.valueOf(value)
                        : value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
        };
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> quantiles(SparseRows rows) {
        int[] lengths = new int[rows.rowCount()];
        for (int r = 0; r < lengths.length; r++) {
            lengths[r] = rows.length(r);
        }
        Arrays.sort(lengths);
        Map<String, Object> quantiles = new LinkedHashMap<>();
        for (double q : QUANTILES) {
            String name = q == 0 ? "min" : q == 0.5 ? "median" : q == 1 ? "max" : "p" + Math.round(q * 100);
            quantiles.put(name, lengths.length == 0 ? 0 : lengths[(int) Math.floor(q * (lengths.length - 1))]);
        }
        quantiles.put("mean", rows.rowCount() == 0 ? 0.0 : Math.round(100.0 * rows.size() / rows.rowCount()) / 100.0);
        return quantiles;
    }

    /** How often each value occurs, or the range where there are many. */
    private static Map<String, Object> valueCounts(SparseRows rows) {
        TreeMap<Float, Integer> counts = new TreeMap<>();
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int p = 0; p < rows.size(); p++) {
            float value = rows.value(p);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            if (counts.size() <= MAX_DIFFERENT_VALUES) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        if (counts.size() > MAX_DIFFERENT_VALUES) {
            result.put("min", least);
            result.put("max", greatest);
        } else {
            counts.forEach((value, count) -> result.put(Float.toString(value), count));
        }
        return result;
    }

    private static List<String> columns(FeatureTable table) {
        return table.columns().stream().map(FeatureColumn::name).toList();
    }
}
