package io.kindred.featurestore.importer;

import java.util.List;

/** Recognises delimited interactions without a header where their columns leave only one reading. */
final class HeaderlessColumns {
    private static final double LARGEST_RATING = 1000;
    private static final double EARLIEST_TIME = 1e8;

    private HeaderlessColumns() {}

    /**
     * Names the columns of rows without a header.
     *
     * @param rows sample rows
     * @return {@code user_id, item_id} and where present {@code rating} and {@code timestamp}; null if it is not clear
     */
    static List<String> guess(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        int width = rows.getFirst().size();
        Kind third = width > 2 ? kind(rows, 2) : null;
        Kind fourth = width > 3 ? kind(rows, 3) : null;
        if (width == 2) {
            return kind(rows, 0) == Kind.OTHER || kind(rows, 1) == Kind.OTHER ? null : List.of("user_id", "item_id");
        }
        if (width == 3 && third == Kind.RATING) {
            return List.of("user_id", "item_id", "rating");
        }
        if (width == 3 && third == Kind.TIME) {
            return List.of("user_id", "item_id", "timestamp");
        }
        if (width == 4 && third == Kind.RATING && fourth == Kind.TIME) {
            return List.of("user_id", "item_id", "rating", "timestamp");
        }
        if (width == 4 && third == Kind.TIME && fourth == Kind.RATING) {
            return List.of("user_id", "item_id", "timestamp", "rating");
        }
        return null;
    }

    private enum Kind {
        RATING,
        TIME,
        OTHER_NUMBER,
        OTHER
    }

    /** The kind of a column: that of the first row, if at least nine rows in ten agree. */
    private static Kind kind(List<List<String>> rows, int column) {
        Kind first = kind(rows.getFirst().get(column));
        int agree = 0;
        for (List<String> row : rows) {
            if (row.size() > column && kind(row.get(column)) == first) {
                agree++;
            }
        }
        boolean numbers = first != Kind.OTHER;
        if (agree * 10L >= rows.size() * 9L) {
            return first;
        }
        int numeric = 0;
        for (List<String> row : rows) {
            numeric += row.size() > column && kind(row.get(column)) != Kind.OTHER ? 1 : 0;
        }
        return numbers && numeric * 10L >= rows.size() * 9L ? Kind.OTHER_NUMBER : Kind.OTHER;
    }

    private static Kind kind(String text) {
        double number = ColumnStatistics.number(text.strip());
        if (Double.isFinite(number)) {
            if (Math.abs(number) <= LARGEST_RATING) {
                return Kind.RATING;
            }
            return number >= EARLIEST_TIME ? Kind.TIME : Kind.OTHER_NUMBER;
        }
        return TimeFormat.detect(List.of(text.strip())) == TimeFormat.ISO_8601 ? Kind.TIME : Kind.OTHER;
    }
}
