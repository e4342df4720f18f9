package io.kindred.evaluation.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A part of a page under a heading: paragraphs, facts, tables and charts in the order they are added. Not thread-safe. */
public final class Section {
    private sealed interface Block {
        record Html(String html) implements Block {}

        record Drawing(Chart chart) implements Block {}
    }

    private final String heading;
    private final List<Block> blocks = new ArrayList<>();

    Section(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    /** A paragraph of plain text. */
    public Section text(String paragraph) {
        return html("<p>" + Markup.escape(paragraph) + "</p>\n");
    }

    /** A paragraph that must not be overlooked. */
    public Section warning(String paragraph) {
        return html("<p class=\"warning\"><strong>Note</strong> " + Markup.escape(paragraph) + "</p>\n");
    }

    /** Points of a list. */
    public Section list(List<String> points) {
        StringBuilder html = new StringBuilder("<ul>\n");
        points.forEach(point -> html.append("<li>").append(Markup.escape(point)).append("</li>\n"));
        return points.isEmpty() ? this : html(html.append("</ul>\n").toString());
    }

    /** Names with values. */
    public Section facts(Map<String, String> facts) {
        StringBuilder html = new StringBuilder("<dl>\n");
        facts.forEach((name, value) -> html.append("<div><dt>")
                .append(Markup.escape(name))
                .append("</dt><dd>")
                .append(Markup.escape(value))
                .append("</dd></div>\n"));
        return html(html.append("</dl>\n").toString());
    }

    /** A command or another text whose line breaks count. */
    public Section code(String text) {
        return html("<pre tabindex=\"0\"><code>" + Markup.escape(text) + "</code></pre>\n");
    }

    public Section table(HtmlTable table) {
        return html(table.toHtml());
    }

    /** A table that is shown when its summary is opened. */
    public Section folded(String summary, HtmlTable table) {
        return html("<details class=\"data\"><summary>" + Markup.escape(summary) + "</summary>" + table.toHtml()
                + "</details>\n");
    }

    public Section chart(Chart chart) {
        blocks.add(new Block.Drawing(chart));
        return this;
    }

    private Section html(String html) {
        blocks.add(new Block.Html(html));
        return this;
    }

    /** Writes the content and hands over the options of its charts by the id of their element. */
    String toHtml(Map<String, Object> options) {
        StringBuilder html = new StringBuilder();
        boolean inCharts = false;
        for (Block block : blocks) {
            boolean drawing = block instanceof Block.Drawing;
            if (drawing != inCharts) {
                html.append(drawing ? "<div class=\"charts\">\n" : "</div>\n");
                inCharts = drawing;
            }
            switch (block) {
                case Block.Html text -> html.append(text.html);
                case Block.Drawing drawn -> html.append(figure(drawn.chart, options));
            }
        }
        return html.append(inCharts ? "</div>\n" : "").toString();
    }

    private static String figure(Chart chart, Map<String, Object> options) {
        String id = "chart-" + (options.size() + 1);
        options.put(id, Map.of("height", chart.height(), "option", chart.option()));
        return "<figure" + (chart.wide() ? " class=\"wide\"" : "") + "><figcaption><h3>" + Markup.escape(chart.title())
                + "</h3><p>" + Markup.escape(chart.about()) + "</p></figcaption>\n<div class=\"plot\" id=\"" + id
                + "\" role=\"img\" aria-label=\"" + Markup.escape(chart.title() + ". " + chart.about())
                + " The table below has the figures.\"></div>\n<details class=\"data\"><summary>Figures of this chart"
                + "</summary>" + chart.data().toHtml() + "</details></figure>\n";
    }
}
