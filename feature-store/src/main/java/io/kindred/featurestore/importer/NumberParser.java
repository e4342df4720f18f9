package io.kindred.featurestore.importer;

import java.nio.charset.StandardCharsets;

/** Reads decimal numbers from bytes; plain ones without making a string. */
final class NumberParser {
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final int MAX_FAST_DIGITS = 15;
    private static final int MAX_NUMBER_BYTES = 64;

    private NumberParser() {}

    /**
     * The number written in a byte range, correctly rounded: at most 15 digits and a power of ten up to 15 are both exact
     * doubles, and their quotient is rounded once; anything else goes through {@link Double#parseDouble}.
     *
     * @return NaN if the text is not a decimal number; an infinity if it names one or is too large
     */
    static double parse(byte[] bytes, int from, int to) {
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (negative || (i < to && bytes[i] == '+')) {
            i++;
        }
        long digits = 0;
        int digitCount = 0;
        int decimals = 0;
        boolean point = false;
        for (; i < to; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                digits = digits * 10 + (b - '0');
                digitCount++;
                decimals += point ? 1 : 0;
                if (digitCount > MAX_FAST_DIGITS) {
                    return parseSlowly(bytes, from, to);
                }
            } else if (b == '.' && !point) {
                point = true;
            } else {
                return parseSlowly(bytes, from, to);
            }
        }
        if (digitCount == 0) {
            return Double.NaN;
        }
        double value = digits / POWERS_OF_TEN[decimals];
        return negative ? -value : value;
    }

    private static double parseSlowly(byte[] bytes, int from, int to) {
        if (to - from > MAX_NUMBER_BYTES) {
            return Double.NaN;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (namesNonFinite(text)) {
            return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether a text is the name of a number that is not finite, such as {@code NaN} or {@code -Infinity}. */
    static boolean namesNonFinite(String text) {
        String bare = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        return bare.equalsIgnoreCase("nan") || bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity");
    }
}
