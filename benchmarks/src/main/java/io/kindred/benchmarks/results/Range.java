package io.kindred.benchmarks.results;

import io.kindred.core.KindredException;
import io.kindred.core.json.Json;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The values among which a search looks for a hyper-parameter. Immutable. */
sealed interface Range {
    /** A random value, as JSON. */
    Object draw(SplitMix64 random);

    /** As it is written in a study. */
    Object toJson();

    /**
     * Reads a range: a list of values, or an object like {@code {"from": 0.001, "to": 1, "log": true}} with
     * {@code "integer": true} for whole numbers.
     *
     * @param where names the range in errors
     */
    static Range of(Object json, String where) {
        if (json instanceof List<?> values && !values.isEmpty()) {
            return new Options(List.copyOf(values));
        }
        if (json instanceof Map<?, ?> map
                && Set.of("from", "to", "log", "integer").containsAll(map.keySet())
                && map.get("from") instanceof Number from
                && map.get("to") instanceof Number to) {
            boolean log = Boolean.TRUE.equals(map.get("log"));
            if (from.doubleValue() < to.doubleValue() && (!log || from.doubleValue() > 0)) {
                return new Numbers(from.doubleValue(), to.doubleValue(), log, Boolean.TRUE.equals(map.get("integer")));
            }
        }
        throw new KindredException(where + " is " + Json.writeCompact(json)
                + " but must be a list of values, or {\"from\": 0.001, \"to\": 1, \"log\": true}");
    }

    /** One of some values. */
    record Options(List<Object> values) implements Range {
        @Override
        public Object draw(SplitMix64 random) {
            return values.get(random.nextInt(values.size()));
        }

        @Override
        public Object toJson() {
            return values;
        }
    }

    /**
     * A number between two, rounded to three digits so that it can be read and written again.
     *
     * @param from the smallest
     * @param to the largest
     * @param log whether its logarithm is uniform
     * @param integer whether it is whole
     */
    record Numbers(double from, double to, boolean log, boolean integer) implements Range {
        @Override
        public Object draw(SplitMix64 random) {
            double u = random.nextDouble();
            double value = log ? from * Math.pow(to / from, u) : from + (to - from) * u;
            if (integer) {
                return Math.clamp(Math.round(value), (long) Math.ceil(from), (long) Math.floor(to));
            }
            return Math.clamp(Double.parseDouble(String.format(Locale.ROOT, "%.2e", value)), from, to);
        }

        @Override
        public Object toJson() {
            return Map.of("from", from, "to", to, "log", log, "integer", integer);
        }
    }
}
