package io.kindred.evaluation.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lines over a numeric axis, each with its name at its end.
 *
 * @param title of the chart
 * @param about what is drawn and how to read it
 * @param x the axis at the bottom
 * @param y the axis at the left
 * @param lines at least one with a point
 */
public record LinePlot(String title, String about, Axis x, Axis y, List<Line> lines) {
    private static final int MARKED_POINTS = 30;
    private static final int HEIGHT = 360;
    private static final int LABEL_HEIGHT = 17;
    private static final int MARGINS = 80;

    public LinePlot {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param name shown at its end and in the legend
     * @param x ascending
     * @param y as many; finite
     * @param tone which colour, dash and mark of the palette, from 0; -1 for a grey line of reference
     */
    public record Line(String name, double[] x, double[] y, int tone) {
        public Line {
            if (x.length != y.length) {
                throw new IllegalArgumentException("'" + name + "' has " + x.length + " x and " + y.length + " y");
            }
        }
    }

    /** The drawing with its table. */
    public Chart toChart() {
        List<Map<String, Object>> series = new ArrayList<>();
        for (Line line : lines) {
            List<List<Double>> points = new ArrayList<>();
            for (int i = 0; i < line.x.length; i++) {
                points.add(List.of(line.x[i], line.y[i]));
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("type", "line");
            one.put("name", line.name);
            one.put("data", points);
            one.put("color", Tone.colour(line.tone));
            one.put("lineStyle", Map.of("type", Tone.line(line.tone), "width", 2));
            one.put("symbol", Tone.mark(line.tone));
            one.put("symbolSize", 7);
            one.put("showSymbol", line.x.length <= MARKED_POINTS);
            one.put("emphasis", Map.of("focus", "series"));
            one.put("endLabel", Map.of("show", lines.size() > 1, "formatter", "@series"));
            series.add(one);
        }
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("xAxis", x.option());
        option.put("yAxis", y.option());
        option.put("series", series);
        int height = Math.max(HEIGHT, lines.size() * LABEL_HEIGHT + MARGINS);
        return new Chart(title, about, option, height, lines.size() > 1, table());
    }

    private HtmlTable table() {
        Map<Double, List<String>> rows = new TreeMap<>();
        for (int l = 0; l < lines.size(); l++) {
            Line line = lines.get(l);
            for (int i = 0; i < line.x.length; i++) {
                rows.computeIfAbsent(line.x[i], at -> {
                            List<String> row = new ArrayList<>(List.of(x.text(at)));
                            lines.forEach(every -> row.add(""));
                            return row;
                        })
                        .set(l + 1, y.format().text(line.y[i]));
            }
        }
        List<String> titles = new ArrayList<>(List.of(x.title()));
        lines.forEach(line -> titles.add(line.name));
        return HtmlTable.plain(title + ": " + y.title(), titles, List.copyOf(rows.values()));
    }

    /** Evenly spaced x from 0 to 1, as many as there are values. */
    public static double[] evenly(int count) {
        double[] x = new double[count];
        Arrays.setAll(x, i -> count == 1 ? 0 : (double) i / (count - 1));
        return x;
    }
}
