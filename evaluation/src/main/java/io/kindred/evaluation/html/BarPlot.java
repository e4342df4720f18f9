package io.kindred.evaluation.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bars from zero: lying ones for names, which have room for long ones, or standing ones for bins in their order.
 *
 * @param title of the chart
 * @param about what is drawn and how to read it
 * @param categories what there is a bar of each series for
 * @param categoriesTitle what they are, for the table and the axis of standing bars
 * @param value the axis of the lengths
 * @param series at least one
 * @param lying whether bars lie
 */
public record BarPlot(
        String title,
        String about,
        List<String> categories,
        String categoriesTitle,
        Axis value,
        List<Bars> series,
        boolean lying) {
    private static final int STANDING_HEIGHT = 320;
    private static final int MARGINS = 90;
    private static final int BAR = 13;
    private static final int GAP = 10;

    public BarPlot {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    /**
     * The bars of one kind.
     *
     * @param name for the legend
     * @param values one for each category; NaN for none
     * @param tone which colour of the palette, from 0
     */
    public record Bars(String name, double[] values, int tone) {}

    /** One series of standing bars, as in a histogram. */
    public static BarPlot histogram(
            String title, String about, List<String> bins, String binsTitle, Axis value, double[] counts) {
        return new BarPlot(title, about, bins, binsTitle, value, List.of(new Bars(value.title(), counts, 0)), false);
    }

    /** The drawing with its table. */
    public Chart toChart() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Bars bars : series) {
            List<Object> data = new ArrayList<>();
            for (int c = 0; c < categories.size(); c++) {
                data.add(bar(bars, c));
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("type", "bar");
            one.put("name", bars.name);
            one.put("data", data);
            one.put("color", Tone.colour(bars.tone));
            one.put("barMaxWidth", lying ? BAR : 60);
            one.put("emphasis", Map.of("focus", "series"));
            if (lying) {
                one.put("label", Map.of("show", true, "position", "right", "formatter", "@text"));
            }
            all.add(one);
        }
        Map<String, Object> names = Axis.names(categories, lying);
        Map<String, Object> option = new LinkedHashMap<>();
        if (!lying) {
            names.put("name", categoriesTitle);
        }
        option.put("xAxis", lying ? value.option() : names);
        option.put("yAxis", lying ? names : value.option());
        option.put("series", all);
        if (lying) {
            option.put("grid", Map.of("right", 70));
        }
        int height = lying ? categories.size() * (series.size() * BAR + GAP) + MARGINS : STANDING_HEIGHT;
        return new Chart(title, about, option, height, false, table());
    }

    private Map<String, Object> bar(Bars bars, int category) {
        double length = bars.values[category];
        if (Double.isNaN(length)) {
            return Map.of("value", "-", "text", "");
        }
        String text = value.format().text(length);
        String of = series.size() > 1 ? "\n" + bars.name : "";
        return Map.of(
                "value",
                length,
                "text",
                text,
                "tip",
                categories.get(category) + of + "\n" + value.title() + " " + text);
    }

    private HtmlTable table() {
        List<String> titles = new ArrayList<>(List.of(categoriesTitle));
        series.forEach(bars -> titles.add(bars.name));
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < categories.size(); c++) {
            List<String> row = new ArrayList<>(List.of(categories.get(c)));
            for (Bars bars : series) {
                row.add(value.format().text(bars.values[c]));
            }
            rows.add(row);
        }
        return HtmlTable.plain(title + ": " + value.title(), titles, rows);
    }
}
