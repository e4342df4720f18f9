package io.kindred.featurestore.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The type chosen for a feature column and how its cells are read.
 *
 * @param type the type
 * @param separator what separates the values of one cell of a {@link FeatureType#CATEGORIES} column, or empty where the
 *     cells are lists already
 */
record FeatureTyping(FeatureType type, String separator) {
    private static final Set<String> TEXT_WORDS = Set.of(
            "title", "name", "description", "desc", "abstract", "abstracts", "text", "summary", "plot", "overview");
    private static final Set<String> LIST_WORDS = Set.of(
            "genre", "genres", "tag", "tags", "categories", "class", "attributes", "keywords", "features", "cast");
    private static final Set<String> IMAGE_WORDS = Set.of("poster", "image", "img", "thumbnail", "icon", "picture");
    private static final Set<String> CODE_WORDS =
            Set.of("id", "zip", "zipcode", "postal", "postcode", "code", "occupation", "gender", "sex", "url", "link");
    private static final String NO_GENRES = "(no genres listed)";
    private static final double LONG_TEXT = 40;

    /** Chooses by the column's name where it is a common one, then by its values. */
    static FeatureTyping choose(FeatureRows.Column column, ColumnStatistics statistics) {
        List<String> words = words(column.name());
        if (statistics.lists() || column.declared().equals("list")) {
            return new FeatureTyping(FeatureType.CATEGORIES, "");
        }
        if (containsAny(words, IMAGE_WORDS)) {
            return plain(FeatureType.IMAGE);
        }
        if (containsAny(words, LIST_WORDS)) {
            return new FeatureTyping(FeatureType.CATEGORIES, separator(column, statistics));
        }
        if (containsAny(words, TEXT_WORDS)) {
            return plain(FeatureType.TEXT);
        }
        if (containsAny(words, CODE_WORDS) || endsInId(column.name())) {
            return plain(FeatureType.CATEGORY);
        }
        if (words.contains("year") && statistics.mostlyYears()) {
            return plain(FeatureType.YEAR);
        }
        if (column.declared().equals("float") || statistics.allNumbers()) {
            return plain(FeatureType.NUMBER);
        }
        if (column.declared().endsWith("_seq")) {
            return new FeatureTyping(FeatureType.CATEGORIES, " ");
        }
        if (statistics.pipeShare() > 0.1) {
            return new FeatureTyping(FeatureType.CATEGORIES, "|");
        }
        boolean prose = statistics.averageLength() > LONG_TEXT && statistics.distinctShare() > 0.5;
        return plain(prose ? FeatureType.TEXT : FeatureType.CATEGORY);
    }

    private static FeatureTyping plain(FeatureType type) {
        return new FeatureTyping(type, "");
    }

    private static String separator(FeatureRows.Column column, ColumnStatistics statistics) {
        if (column.declared().endsWith("_seq")) {
            return " ";
        }
        if (statistics.pipeShare() > 0) {
            return "|";
        }
        return statistics.commaShare() > 0 ? "," : "|";
    }

    private static boolean containsAny(List<String> words, Set<String> wanted) {
        for (String word : words) {
            if (wanted.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsInId(String name) {
        return name.endsWith("Id") || name.endsWith("ID");
    }

    private static List<String> words(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
    }

    /**
     * The value of a cell, or null where it is missing.
     *
     * @throws BadCell if the cell is not of this type
     */
    FeatureValue value(String column, List<String> cell) throws BadCell {
        if (type == FeatureType.CATEGORIES) {
            return categories(cell);
        }
        String text = cell.getFirst().strip();
        if (type == FeatureType.NUMBER || type == FeatureType.YEAR) {
            if (ColumnStatistics.isMissingNumber(text)) {
                return null;
            }
            double number = ColumnStatistics.number(text);
            if (type == FeatureType.YEAR) {
                return ColumnStatistics.isYear(number) ? new FeatureValue.Numeric(number) : null;
            }
            if (!Double.isFinite(number)) {
                throw new BadCell(RowProblem.ofValue(column, text));
            }
            return new FeatureValue.Numeric(number);
        }
        return text.isEmpty() ? null : new FeatureValue.Text(text);
    }

    private FeatureValue categories(List<String> cell) {
        List<String> values = new ArrayList<>();
        for (String text : cell) {
            int from = 0;
            while (from <= text.length()) {
                int at = separator.isEmpty() ? -1 : text.indexOf(separator, from);
                int to = at < 0 ? text.length() : at;
                String value = text.substring(from, to).strip();
                if (!value.isEmpty() && !value.equals(NO_GENRES) && !values.contains(value)) {
                    values.add(value);
                }
                from = to + 1;
            }
        }
        return values.isEmpty() ? null : new FeatureValue.Categories(values);
    }

    /** A cell that does not fit its column's type. */
    static final class BadCell extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient RowProblem problem;

        BadCell(RowProblem problem) {
            super(problem.message());
            this.problem = problem;
        }

        RowProblem problem() {
            return problem;
        }
    }
}
