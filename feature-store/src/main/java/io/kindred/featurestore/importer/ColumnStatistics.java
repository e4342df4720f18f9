package io.kindred.featurestore.importer;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is known of a feature column after reading it once; enough to choose its type. Memory is bounded. */
final class ColumnStatistics {
    private static final int MAX_DISTINCT = 5000;
    private static final Set<String> MISSING_NUMBERS =
            Set.of("", "na", "n/a", "nan", "null", "none", "\\n", "unknown", "?", "-");

    private final Set<String> distinct = new HashSet<>();
    private long present;
    private long numbers;
    private long years;
    private long missingNumbers;
    private long characters;
    private long withPipe;
    private long withComma;
    private long endingInYear;
    private boolean lists;

    void add(List<String> cell) {
        if (cell.size() != 1) {
            lists = true;
        }
        for (String text : cell) {
            add(text);
        }
    }

    private void add(String text) {
        present++;
        characters += text.length();
        if (distinct.size() < MAX_DISTINCT && text.length() <= 256) {
            distinct.add(text);
        }
        if (isMissingNumber(text)) {
            missingNumbers++;
            return;
        }
        double number = number(text);
        if (Double.isFinite(number)) {
            numbers++;
            years += isYear(number) ? 1 : 0;
        }
        withPipe += text.indexOf('|') >= 0 ? 1 : 0;
        withComma += text.indexOf(',') >= 0 ? 1 : 0;
        endingInYear += yearInTitle(text) > 0 ? 1 : 0;
    }

    /** Whether any cell is a list. */
    boolean lists() {
        return lists;
    }

    boolean empty() {
        return present == 0;
    }

    /** Whether every cell is a finite number or says that the number is not known. */
    boolean allNumbers() {
        return numbers > 0 && numbers + missingNumbers == present;
    }

    /** Whether at least 19 in 20 cells are years. */
    boolean mostlyYears() {
        return years > 0 && years * 20 >= (present - missingNumbers) * 19;
    }

    /** Cells that are neither a year nor say that it is not known. */
    long notYears() {
        return present - missingNumbers - years;
    }

    double averageLength() {
        return present == 0 ? 0 : (double) characters / present;
    }

    /** Share of different values among all, 1 where there are too many to count. */
    double distinctShare() {
        return distinct.size() >= MAX_DISTINCT ? 1 : (double) distinct.size() / Math.max(1, present);
    }

    double pipeShare() {
        return (double) withPipe / Math.max(1, present);
    }

    double commaShare() {
        return (double) withComma / Math.max(1, present);
    }

    /** Whether most cells end like {@code Heat (1995)}. */
    boolean mostlyTitlesWithYear() {
        return endingInYear * 2 > present;
    }

    static boolean isMissingNumber(String text) {
        return text.length() <= 7 && MISSING_NUMBERS.contains(text.toLowerCase(Locale.ROOT));
    }

    static double number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return NumberParser.parse(bytes, 0, bytes.length);
    }

    static boolean isYear(double number) {
        return number >= 1000 && number < 3000 && number == Math.rint(number);
    }

    /** The year at the end of a title such as {@code Heat (1995)}, or 0. */
    static int yearInTitle(String title) {
        String text = title.stripTrailing();
        int end = text.length() - 1;
        if (end < 6 || text.charAt(end) != ')' || text.charAt(end - 5) != '(') {
            return 0;
        }
        double year = number(text.substring(end - 4, end));
        return isYear(year) ? (int) year : 0;
    }
}
