package io.kindred.evaluation.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named points between two axes, some of them joined to a front.
 *
 * @param title of the chart
 * @param about what is drawn and how to read it
 * @param namesTitle what the names are, for the table
 * @param x the axis at the bottom
 * @param y the axis at the left
 * @param dots at least one
 */
public record ScatterPlot(String title, String about, String namesTitle, Axis x, Axis y, List<Dot> dots) {
    private static final int HEIGHT = 380;

    public ScatterPlot {
        dots = List.copyOf(dots);
    }

    /**
     * A point.
     *
     * @param front whether it lies on the front
     * @param tone which colour and mark of the palette, from 0
     */
    public record Dot(String name, double x, double y, boolean front, int tone) {}

    /** The drawing with its table. */
    public Chart toChart() {
        List<Object> data = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (Dot dot : dots) {
            String atX = x.format().text(dot.x);
            String atY = y.format().text(dot.y);
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("name", dot.name);
            point.put("value", List.of(dot.x, dot.y));
            point.put("symbol", Tone.mark(dot.tone));
            // Where names would overlap, those of larger marks are kept.
            point.put("symbolSize", dot.front ? 13 : 9);
            point.put("itemStyle", Map.of("color", Tone.colour(dot.tone)));
            point.put("tip", dot.name + "\n" + y.title() + " " + atY + "\n" + x.title() + " " + atX);
            data.add(point);
            cells.add(List.of(dot.name, atX, atY, dot.front ? "yes" : ""));
        }
        Map<String, Object> points = new LinkedHashMap<>();
        points.put("type", "scatter");
        points.put("data", data);
        points.put("z", 3);
        points.put(
                "label",
                Map.of("show", true, "position", "right", "formatter", "@name", "width", 120, "overflow", "truncate"));
        List<Object> series = new ArrayList<>(List.of(points));
        List<List<Double>> front = dots.stream()
                .filter(Dot::front)
                .sorted((a, b) -> Double.compare(a.x, b.x))
                .map(dot -> List.of(dot.x, dot.y))
                .toList();
        if (front.size() > 1) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("type", "line");
            line.put("data", front);
            line.put("symbol", "none");
            line.put("silent", true);
            line.put("color", "var(--line-strong)");
            line.put("lineStyle", Map.of("type", "dashed", "width", 1.5));
            series.add(line);
        }
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("xAxis", x.option());
        option.put("yAxis", y.option());
        option.put("grid", Map.of("right", 90));
        option.put("series", series);
        HtmlTable table = HtmlTable.plain(title, List.of(namesTitle, x.title(), y.title(), "on the front"), cells);
        return new Chart(title, about, option, HEIGHT, false, table);
    }
}
