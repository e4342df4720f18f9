package io.kindred.evaluation.profile;

import java.util.Locale;

/** Counts and shares in words. */
final class Words {
    private Words() {}

    /** "1 user" or "12,345 users". */
    static String count(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    /** "12.3%", "under 0.1%", "0%". */
    static String percent(double share) {
        if (share > 0 && share < 0.001) {
            return "under 0.1%";
        }
        return String.format(Locale.ROOT, share == 0 || share >= 0.1 ? "%.0f%%" : "%.1f%%", 100 * share);
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
