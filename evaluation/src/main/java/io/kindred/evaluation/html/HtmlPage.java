package io.kindred.evaluation.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page in one file: text, tables and ECharts drawings, with the library, style and script inside. It opens without a
 * network, follows the reader's light or dark setting, prints, and reads well on a telephone. Whatever it is given is shown
 * as text, never as HTML, and a Content-Security-Policy lets nothing run but the page's own script. Not thread-safe.
 *
 * <pre>{@code
 * HtmlPage page = new HtmlPage("MovieLens 100K", "Profile of a data set");
 * page.section("Popularity").text("Few items have most interactions.").chart(plot.toChart());
 * page.write(Path.of("profile.html"));
 * }</pre>
 */
public final class HtmlPage {
    private final String title;
    private final String subtitle;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Section> sections = new ArrayList<>();

    /**
     * @param title of the page and of its window
     * @param subtitle what kind of page it is, in a few words
     */
    public HtmlPage(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /** A name and value for the page's head. */
    public HtmlPage fact(String name, String value) {
        facts.put(name, value);
        return this;
    }

    /** A new section at the end, to be filled. */
    public Section section(String heading) {
        Section section = new Section(heading);
        sections.add(section);
        return section;
    }

    /** The whole document. */
    public String toHtml() {
        Map<String, Object> options = new LinkedHashMap<>();
        StringBuilder body = new StringBuilder();
        StringBuilder contents = new StringBuilder();
        for (int s = 0; s < sections.size(); s++) {
            String id = "section-" + (s + 1);
            String heading = Markup.escape(sections.get(s).heading());
            contents.append("<li><a href=\"#")
                    .append(id)
                    .append("\">")
                    .append(heading)
                    .append("</a></li>\n");
            body.append("<section id=\"")
                    .append(id)
                    .append("\" aria-labelledby=\"")
                    .append(id)
                    .append("-h\"><h2 id=\"")
                    .append(id)
                    .append("-h\">")
                    .append(heading)
                    .append("</h2>\n")
                    .append(sections.get(s).toHtml(options))
                    .append("</section>\n");
        }
        String style = Markup.resource("page.css");
        String library = options.isEmpty() ? "" : Markup.resource("vendor/echarts/dist/echarts.min.js");
        String script = Markup.resource("page.js");
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
                + (library.isEmpty() ? "" : Markup.allow(library) + " ") + Markup.allow(script) + "; style-src-elem "
                + Markup.allow(style) + "; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Kindred\">\n"
                + "<title>" + Markup.escape(title) + " · " + Markup.escape(subtitle) + "</title>\n<style>" + style
                + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n"
                + header() + "<div class=\"columns\">\n<nav aria-label=\"Contents\"><ol>\n" + contents
                + "</ol></nav>\n<main id=\"content\" tabindex=\"-1\">\n" + body
                + "</main>\n</div>\n<footer><p>Made by Kindred. Charts by Apache ECharts, Apache License 2.0.</p></footer>\n"
                + "<script type=\"application/json\" id=\"charts\">" + Markup.json(options) + "</script>\n"
                + (library.isEmpty() ? "" : "<script>" + library + "</script>\n") + "<script>" + script
                + "</script>\n</body>\n</html>\n";
    }

    /** Writes the page, replacing one that is there; readers see the old page or the whole new one. */
    public void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(unfinished, toHtml());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private String header() {
        StringBuilder html = new StringBuilder();
        html.append("<header><p class=\"kind\">")
                .append(Markup.escape(subtitle))
                .append("</p><h1>")
                .append(Markup.escape(title))
                .append("</h1>\n<dl>");
        facts.forEach((name, value) -> html.append("<div><dt>")
                .append(Markup.escape(name))
                .append("</dt><dd>")
                .append(Markup.escape(value))
                .append("</dd></div>"));
        return html.append("</dl></header>\n").toString();
    }
}
