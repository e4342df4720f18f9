package io.kindred.evaluation.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names against names, each pair in one of a few colours with a sign, so that it can be read without colours.
 *
 * @param title of the chart
 * @param about what is drawn and how to read it
 * @param names of rows and columns
 * @param kinds what pairs can be, in the order of the cells' numbers
 * @param cells of each row, from the left; null where there is no pair
 */
public record MatrixPlot(String title, String about, List<String> names, List<Kind> kinds, List<List<Cell>> cells) {
    private static final int ROW = 27;
    private static final int MARGINS = 190;

    /**
     * What a pair can be.
     *
     * @param name for the legend
     * @param colour a custom property of the page, as in "--better"; its text has the colour of "--better-ink"
     */
    public record Kind(String name, String colour) {}

    /**
     * A pair.
     *
     * @param kind index of its kind
     * @param text the sign in the cell
     * @param tip what is said when it is pointed at
     */
    public record Cell(int kind, String text, String tip) {}

    /** The drawing with its table. */
    public Chart toChart() {
        List<Object> data = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < names.size(); r++) {
            List<String> row = new ArrayList<>(List.of(names.get(r)));
            for (int c = 0; c < names.size(); c++) {
                Cell cell = cells.get(r).get(c);
                row.add(cell == null ? "" : cell.text);
                if (cell != null) {
                    data.add(Map.of(
                            "value",
                            List.of(c, r, cell.kind),
                            "text",
                            cell.text,
                            "tip",
                            cell.tip,
                            "label",
                            Map.of("color", "var(" + kinds.get(cell.kind).colour() + "-ink)")));
                }
            }
            rows.add(row);
        }
        List<Object> pieces = new ArrayList<>();
        for (int k = 0; k < kinds.size(); k++) {
            pieces.add(Map.of(
                    "value",
                    k,
                    "label",
                    kinds.get(k).name(),
                    "color",
                    "var(" + kinds.get(k).colour() + ")"));
        }
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("type", "heatmap");
        series.put("data", data);
        series.put("itemStyle", Map.of("borderColor", "var(--surface)", "borderWidth", 2));
        series.put("label", Map.of("show", true, "formatter", "@text", "fontSize", 11));
        Map<String, Object> across = Axis.names(names, false);
        across.put(
                "axisLabel",
                Map.of("rotate", 55, "interval", 0, "hideOverlap", false, "width", 130, "overflow", "truncate"));
        across.put("bare", true);
        Map<String, Object> down = Axis.names(names, true);
        down.put("bare", true);
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("xAxis", across);
        option.put("yAxis", down);
        option.put("visualMap", Map.of("type", "piecewise", "dimension", 2, "pieces", pieces));
        option.put("square", Map.of("columns", names.size(), "side", ROW));
        option.put("series", List.of(series));
        List<String> titles = new ArrayList<>(List.of("row against column"));
        titles.addAll(names);
        HtmlTable table = HtmlTable.plain(title, titles, rows);
        return new Chart(title, about, option, names.size() * ROW + MARGINS, true, table);
    }
}
