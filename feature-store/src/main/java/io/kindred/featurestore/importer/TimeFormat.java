package io.kindred.featurestore.importer;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** How the times of one file are written. Decided once per file from a sample, so that one odd row cannot change it. */
enum TimeFormat {
    SECONDS("Unix seconds", 1),
    MILLISECONDS("Unix milliseconds", 1_000),
    MICROSECONDS("Unix microseconds", 1_000_000),
    NANOSECONDS("Unix nanoseconds", 1_000_000_000),
    ISO_8601("ISO 8601 dates, UTC where no offset is given", 1);

    /** What {@link #parse} answers for a text that is not a time. */
    static final long NOT_A_TIME = Long.MIN_VALUE;

    /** 2100-01-01T00:00:00Z; a later event is taken for an error. */
    static final long LATEST_SECONDS = 4_102_444_800L;

    private final String label;
    private final long perSecond;

    TimeFormat(String label, long perSecond) {
        this.label = label;
        this.perSecond = perSecond;
    }

    String label() {
        return label;
    }

    /**
     * Chooses by the median of a sample: 1e11 seconds lie in the year 5138, 1e11 milliseconds in 1973, and so on up.
     * Text that is not a number but a date makes {@link #ISO_8601}.
     */
    static TimeFormat detect(List<String> sample) {
        double[] numbers = new double[sample.size()];
        int n = 0;
        int dates = 0;
        for (String text : sample) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            double value = NumberParser.parse(bytes, 0, bytes.length);
            if (Double.isFinite(value)) {
                numbers[n++] = Math.abs(value);
            } else if (isoSeconds(text) != NOT_A_TIME) {
                dates++;
            }
        }
        if (dates > n) {
            return ISO_8601;
        }
        if (n == 0) {
            return SECONDS;
        }
        Arrays.sort(numbers, 0, n);
        double median = numbers[n / 2];
        if (median < 1e11) {
            return SECONDS;
        }
        if (median < 1e14) {
            return MILLISECONDS;
        }
        return median < 1e17 ? MICROSECONDS : NANOSECONDS;
    }

    /** Whole seconds since 1970, or {@link #NOT_A_TIME}. Fractions of a second are cut off. */
    long parse(byte[] bytes, int from, int to) {
        if (this == ISO_8601) {
            return isoSeconds(Utf8.string(bytes, from, to));
        }
        long whole = wholeNumber(bytes, from, to);
        if (whole >= 0) {
            return perSecond == 1 ? whole : whole / perSecond;
        }
        double value = NumberParser.parse(bytes, from, to);
        return Double.isFinite(value) ? (long) Math.floor(value / perSecond) : NOT_A_TIME;
    }

    private static long wholeNumber(byte[] bytes, int from, int to) {
        if (from == to || to - from > 18) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static long isoSeconds(String text) {
        if (text.length() < 10 || text.length() > 40 || text.charAt(4) != '-') {
            return NOT_A_TIME;
        }
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).toEpochDay() * 86_400;
            }
            String iso = text.substring(0, 10) + 'T' + text.substring(11);
            if (iso.endsWith(" UTC")) {
                iso = iso.substring(0, iso.length() - 4) + 'Z';
            }
            boolean zone = iso.endsWith("Z") || iso.indexOf('+', 11) > 0 || iso.indexOf('-', 11) > 0;
            if (!zone) {
                return LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC);
            }
            return iso.endsWith("Z")
                    ? Instant.parse(iso).getEpochSecond()
                    : OffsetDateTime.parse(iso).toEpochSecond();
        } catch (DateTimeException e) {
            return NOT_A_TIME;
        }
    }
}
