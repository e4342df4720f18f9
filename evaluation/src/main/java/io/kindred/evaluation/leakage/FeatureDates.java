package io.kindred.evaluation.leakage;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A feature column that holds moments: numbers (Unix seconds; milliseconds from 10<sup>11</sup> on) or text as ISO 8601 writes
 * dates ({@code 2024-05-01}, {@code 2024-05-01T12:00:00}, with or without a zone; UTC without one). Stateless and thread-safe.
 */
final class FeatureDates {
    /** A row without a date. */
    static final long NONE = Long.MIN_VALUE;

    private static final double MILLISECONDS_FROM = 1e11;

    private FeatureDates() {}

    /**
     * The moments of a column in Unix seconds by row, {@link #NONE} where one is missing.
     *
     * @return empty where the table has no such column
     * @throws KindredException if the column cannot be read as dates
     */
    static Optional<long[]> of(FeatureTable table, String column) {
        return table.column(column).map(found -> {
            long[] moments = new long[found.rows()];
            Arrays.fill(moments, NONE);
            for (int r = 0; r < moments.length; r++) {
                if (found instanceof FeatureColumn.Numbers numbers) {
                    double value = numbers.values()[r];
                    if (!Double.isNaN(value)) {
                        moments[r] = (long) Math.floor(Math.abs(value) >= MILLISECONDS_FROM ? value / 1000 : value);
                    }
                } else if (found instanceof FeatureColumn.Text || found instanceof FeatureColumn.Categories) {
                    String text = found.display(r).strip();
                    if (!text.isEmpty()) {
                        moments[r] = parse(column, table.ids().idOf(r), text);
                    }
                } else {
                    throw new KindredException("the feature '" + column
                            + "' must hold dates, but it holds vectors; rename the column or take it out");
                }
            }
            return moments;
        });
    }

    private static long parse(String column, String id, String text) {
        try {
            if (text.length() == "2024-05-01".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            }
            String iso = text.replace(' ', 'T');
            boolean zone = iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
            Instant instant = zone
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            return instant.getEpochSecond();
        } catch (DateTimeParseException e) {
            throw new KindredException(
                    "the feature '" + column + "' of '" + id + "' is '" + text
                            + "', which is no date; write 2024-05-01, 2024-05-01T12:00:00Z or Unix seconds",
                    e);
        }
    }
}
