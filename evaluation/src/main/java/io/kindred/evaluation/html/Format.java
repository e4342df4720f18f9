package io.kindred.evaluation.html;

import java.util.Locale;

/** How figures of a kind are written, in tables here and on axes by the page's script under the same name. */
public enum Format {
    /** Four decimals, fewer for large figures: 0.3254, 12.34, 1,234. */
    NUMBER,
    /** Whole numbers with separators: 12,345. */
    COUNT,
    /** A part of one as percent: 0.253 is 25.3%. */
    SHARE,
    /** Seconds in the unit that suits: 240 ms, 3.4 s, 12 min, 2.5 h. */
    SECONDS,
    /** Megabytes: 1,536 MB. */
    MEGABYTES;

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    /** The figure as text; an en dash for one that is not finite. */
    public String text(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return switch (this) {
            case NUMBER -> number(value);
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
            case SHARE -> String.format(Locale.ROOT, "%.1f%%", 100 * value);
            case SECONDS -> seconds(value);
            case MEGABYTES -> String.format(Locale.ROOT, "%,.0f MB", value);
        };
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && size < 0.0001) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        int decimals = size < 10 ? 4 : size < 100 ? 2 : size < 1000 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static String seconds(double value) {
        if (value < 1) {
            return String.format(Locale.ROOT, "%.0f ms", 1000 * value);
        }
        if (value < 2 * MINUTE) {
            return String.format(Locale.ROOT, value < 10 ? "%.1f s" : "%.0f s", value);
        }
        return value < 2 * HOUR
                ? String.format(Locale.ROOT, "%.0f min", value / MINUTE)
                : String.format(Locale.ROOT, "%.1f h", value / HOUR);
    }
}
