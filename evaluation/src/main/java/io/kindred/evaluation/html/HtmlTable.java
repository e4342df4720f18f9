package io.kindred.evaluation.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text. Immutable.
 *
 * @param caption what it shows, in a few words; read out by screen readers
 * @param columns headings from the left; the first column names the rows
 * @param rows cells, as many in each row as there are columns
 */
public record HtmlTable(String caption, List<Column> columns, List<List<Cell>> rows) {
    public HtmlTable {
        columns = List.copyOf(columns);
        List<List<Cell>> copies = new ArrayList<>();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of '" + caption + "' has " + row.size() + " cells for " + columns.size() + " columns");
            }
            copies.add(List.copyOf(row));
        }
        rows = List.copyOf(copies);
    }

    /**
     * A heading.
     *
     * @param title of the column, with its unit
     * @param numeric whether its cells line up at the right
     */
    public record Column(String title, boolean numeric) {
        public static Column text(String title) {
            return new Column(title, false);
        }

        public static Column number(String title) {
            return new Column(title, true);
        }
    }

    /** How a cell stands out. */
    public enum Emphasis {
        NONE,
        BEST,
        SECOND,
        QUIET,
        BAD
    }

    /**
     * A cell.
     *
     * @param text what it says
     * @param small a second, smaller line such as an interval; empty for none
     * @param emphasis how it stands out
     */
    public record Cell(String text, String small, Emphasis emphasis) {
        public static Cell of(String text) {
            return new Cell(text, "", Emphasis.NONE);
        }

        public static Cell of(String text, Emphasis emphasis) {
            return new Cell(text, "", emphasis);
        }
    }

    /** A table of plain cells: the first column text, all others numbers. */
    public static HtmlTable plain(String caption, List<String> titles, List<List<String>> rows) {
        List<Column> columns = new ArrayList<>();
        for (String title : titles) {
            columns.add(new Column(title, !columns.isEmpty()));
        }
        return new HtmlTable(
                caption,
                columns,
                rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList());
    }

    String toHtml() {
        StringBuilder html = new StringBuilder();
        String label = Markup.escape(caption);
        html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(label)
                .append("\"><table><caption>")
                .append(label)
                .append("</caption><thead><tr>");
        for (Column column : columns) {
            html.append("<th scope=\"col\"")
                    .append(column.numeric ? " class=\"n\">" : ">")
                    .append(Markup.escape(column.title))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
        for (List<Cell> row : rows) {
            html.append("<tr>");
            for (int c = 0; c < row.size(); c++) {
                cell(html, row.get(c), columns.get(c).numeric, c == 0);
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static void cell(StringBuilder html, Cell cell, boolean numeric, boolean first) {
        List<String> classes = new ArrayList<>();
        if (numeric) {
            classes.add("n");
        }
        if (cell.emphasis != Emphasis.NONE) {
            classes.add(cell.emphasis.name().toLowerCase(java.util.Locale.ROOT));
        }
        html.append(first ? "<th scope=\"row\"" : "<td");
        html.append(classes.isEmpty() ? "" : " class=\"" + String.join(" ", classes) + "\"");
        String mark = cell.emphasis == Emphasis.SECOND ? "u" : cell.emphasis == Emphasis.BEST ? "strong" : "span";
        html.append("><")
                .append(mark)
                .append('>')
                .append(Markup.escape(cell.text))
                .append("</")
                .append(mark)
                .append('>');
        if (!cell.small.isEmpty()) {
            html.append("<small>").append(Markup.escape(cell.small)).append("</small>");
        }
        html.append(first ? "</th>" : "</td>");
    }
}
