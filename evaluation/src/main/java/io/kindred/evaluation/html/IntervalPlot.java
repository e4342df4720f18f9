package io.kindred.evaluation.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dot with a bar for its interval for each name, one under the other.
 *
 * @param title of the chart
 * @param about what is drawn and how to read it
 * @param namesTitle what the names are, for the table
 * @param value the axis at the bottom
 * @param intervalTitle what the bars are, as in "95% interval"
 * @param rows from the top
 */
public record IntervalPlot(
        String title, String about, String namesTitle, Axis value, String intervalTitle, List<Row> rows) {
    private static final int ROW = 26;
    private static final int MARGINS = 70;

    public IntervalPlot {
        rows = List.copyOf(rows);
    }

    /**
     * A name with its figure.
     *
     * @param low the interval's lower end; NaN for no interval
     * @param high its upper end
     * @param tone which colour of the palette, from 0
     */
    public record Row(String name, double value, double low, double high, int tone) {}

    /** Rows with 95% intervals. */
    public IntervalPlot(String title, String about, String namesTitle, Axis value, List<Row> rows) {
        this(title, about, namesTitle, value, "95% interval", rows);
    }

    /** The drawing with its table. */
    public Chart toChart() {
        List<Object> data = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            boolean known = !Double.isNaN(row.low);
            String figure = value.format().text(row.value);
            String ends = known
                    ? value.format().text(row.low) + " to " + value.format().text(row.high)
                    : "";
            List<Object> point = new ArrayList<>(List.of(row.value, data.size()));
            point.add(known ? row.low : "-");
            point.add(known ? row.high : "-");
            data.add(Map.of(
                    "value",
                    point,
                    "itemStyle",
                    Map.of("color", Tone.colour(row.tone)),
                    "tip",
                    row.name + "\n" + value.title() + " " + figure
                            + (known ? "\n" + intervalTitle + ": " + ends : "")));
            cells.add(List.of(row.name, figure, ends));
        }
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("type", "custom");
        series.put("renderItem", "@interval");
        series.put("encode", Map.of("x", List.of(0, 2, 3), "y", 1));
        series.put("data", data);
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("xAxis", value.option());
        option.put("yAxis", Axis.names(rows.stream().map(Row::name).toList(), true));
        option.put("series", List.of(series));
        HtmlTable table = HtmlTable.plain(title, List.of(namesTitle, value.title(), intervalTitle), cells);
        return new Chart(title, about, option, rows.size() * ROW + MARGINS, !value.logarithmic(), table);
    }
}
