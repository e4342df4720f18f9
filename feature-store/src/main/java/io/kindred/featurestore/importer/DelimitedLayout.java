package io.kindred.featurestore.importer;

import java.util.List;

/**
 * How the fields of a delimited file lie.
 *
 * @param delimiter what separates fields
 * @param quotes what a quote means
 * @param hasHeader whether the first line names the columns
 * @param columns names of the columns; in a file without header those its format or a mapping gives them
 * @param types types that a RecBole header declares, as many as columns, or an empty list
 * @param latin1Fallback whether lines that are not UTF-8 are ISO-8859-1
 */
record DelimitedLayout(
        Delimiter delimiter,
        QuoteRule quotes,
        boolean hasHeader,
        List<String> columns,
        List<String> types,
        boolean latin1Fallback) {
    DelimitedLayout {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    static DelimitedLayout withoutHeader(Delimiter delimiter, List<String> columns) {
        return new DelimitedLayout(delimiter, QuoteRule.NONE, false, columns, List.of(), true);
    }

    String declaredType(int column) {
        return types.isEmpty() ? "" : types.get(column);
    }
}
