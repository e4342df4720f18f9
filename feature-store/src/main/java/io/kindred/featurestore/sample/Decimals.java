package io.kindred.featurestore.sample;

/**
 * Numbers with a fixed number of decimals, written without a locale and much faster than a format string.
 *
 * <p>{@link #quantised} makes a number equal to what its written form reads back as, so that files and the
 * model in memory are the same.
 */
final class Decimals {
    static final int TRUTH_DIGITS = 6;
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000L
    };

    private Decimals() {}

    /** The number nearest to {@code value} that has {@code digits} (0 to 10) decimals. */
    static double quantised(double value, int digits) {
        // adding zero turns -0.0 into 0.0
        return Math.rint(value * POWERS[digits]) / POWERS[digits] + 0.0;
    }

    /** The same for every element, in place; returns the array. */
    static double[] quantised(double[] values, int digits) {
        for (int i = 0; i < values.length; i++) {
            values[i] = quantised(values[i], digits);
        }
        return values;
    }

    /** Appends {@code value} with exactly {@code digits} (0 to 10) decimals; the magnitude must be below 10^8. */
    static void append(StringBuilder out, double value, int digits) {
        long scaled = (long) Math.rint(value * POWERS[digits]);
        if (scaled < 0) {
            out.append('-');
            scaled = -scaled;
        }
        out.append(scaled / POWERS[digits]);
        if (digits > 0) {
            out.append('.');
            long rest = scaled % POWERS[digits];
            for (int i = digits - 1; i > 0 && rest < POWERS[i]; i--) {
                out.append('0');
            }
            out.append(rest);
        }
    }

    /** {@code value} with exactly {@code digits} decimals. */
    static String format(double value, int digits) {
        StringBuilder out = new StringBuilder();
        append(out, value, digits);
        return out.toString();
    }
}
