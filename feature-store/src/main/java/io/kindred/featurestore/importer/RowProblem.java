package io.kindred.featurestore.importer;

import java.nio.charset.StandardCharsets;

/**
 * What is wrong with one row.
 *
 * @param reason the kind of problem
 * @param message the problem in words, naming the offending value
 */
record RowProblem(RejectReason reason, String message) {
    /** Why a text cannot be the value of a row. */
    static RowProblem ofValue(String column, String text) {
        if (text.isEmpty()) {
            return new RowProblem(RejectReason.EMPTY_FIELD, column + " is empty");
        }
        boolean number = isNumber(text);
        if (number || NumberParser.namesNonFinite(text)) {
            return new RowProblem(
                    RejectReason.NOT_FINITE, column + " '" + DisplayText.of(text) + "' is not a finite 32-bit number");
        }
        return new RowProblem(RejectReason.NOT_A_NUMBER, column + " '" + DisplayText.of(text) + "' is not a number");
    }

    private static boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return !Double.isNaN(NumberParser.parse(bytes, 0, bytes.length));
    }

    /** Why a text, read as the given number of seconds, cannot be the time of a row. */
    static String timeMessage(String column, String text, long seconds, TimeFormat format) {
        String shown = column + " '" + DisplayText.of(text) + "' ";
        if (text.isEmpty()) {
            return column + " is empty";
        }
        if (seconds == TimeFormat.NOT_A_TIME) {
            return shown + "is not a time; this file's times are " + format.label();
        }
        if (seconds < 0) {
            return shown + "is negative";
        }
        return shown + "lies after the year 2099; this file's times are " + format.label();
    }
}
