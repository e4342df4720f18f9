package io.kindred.evaluation.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An axis of numbers.
 *
 * @param title what is measured, with its unit where the format does not show it
 * @param format how its figures are written
 * @param logarithmic whether equal distances are equal ratios; all values must be positive then
 * @param zero whether the axis begins at zero, as lengths of bars need it
 * @param max where it ends; empty for where the data end
 * @param steps names of the whole numbers from 0, which are all there is then; empty for an axis of numbers
 */
public record Axis(
        String title, Format format, boolean logarithmic, boolean zero, OptionalDouble max, List<String> steps) {
    public Axis {
        steps = List.copyOf(steps);
    }

    /** As far as the data go. */
    public static Axis of(String title, Format format) {
        return new Axis(title, format, false, false, OptionalDouble.empty(), List.of());
    }

    /** From zero. */
    public static Axis fromZero(String title, Format format) {
        return new Axis(title, format, false, true, OptionalDouble.empty(), List.of());
    }

    /** From 0 to 100 percent. */
    public static Axis share(String title) {
        return new Axis(title, Format.SHARE, false, true, OptionalDouble.of(1), List.of());
    }

    /** With powers of ten at equal distances. */
    public static Axis log(String title, Format format) {
        return new Axis(title, format, true, false, OptionalDouble.empty(), List.of());
    }

    /** Equal steps with names; a point's place is the index of its step. */
    public static Axis steps(String title, List<String> names) {
        return new Axis(title, Format.COUNT, false, false, OptionalDouble.empty(), names);
    }

    /** A place on the axis as text. */
    String text(double place) {
        return steps.isEmpty() ? format.text(place) : steps.get((int) place);
    }

    Map<String, Object> option() {
        if (!steps.isEmpty()) {
            Map<String, Object> option = names(steps, false);
            option.put("name", title);
            return option;
        }
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("type", logarithmic ? "log" : "value");
        option.put("name", title);
        String ticks = logarithmic && format == Format.SECONDS
                ? "@second-ticks"
                : "@" + format.name().toLowerCase(Locale.ROOT);
        option.put("axisLabel", Map.of("formatter", ticks));
        if (!logarithmic) {
            option.put("scale", !zero);
        }
        max.ifPresent(end -> option.put("max", end));
        return option;
    }

    /** An axis of names, the first at the top or left. */
    static Map<String, Object> names(List<String> names, boolean fromTop) {
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("type", "category");
        option.put("data", names);
        if (fromTop) {
            option.put("inverse", true);
        }
        return option;
    }
}
