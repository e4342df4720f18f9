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
 */
public record Axis(String title, Format format, boolean logarithmic, boolean zero, OptionalDouble max) {
    /** As far as the data go. */
    public static Axis of(String title, Format format) {
        return new Axis(title, format, false, false, OptionalDouble.empty());
    }

    /** From zero. */
    public static Axis fromZero(String title, Format format) {
        return new Axis(title, format, false, true, OptionalDouble.empty());
    }

    /** From 0 to 100 percent. */
    public static Axis share(String title) {
        return new Axis(title, Format.SHARE, false, true, OptionalDouble.of(1));
    }

    /** With powers of ten at equal distances. */
    public static Axis log(String title, Format format) {
        return new Axis(title, format, true, false, OptionalDouble.empty());
    }

    Map<String, Object> option() {
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
