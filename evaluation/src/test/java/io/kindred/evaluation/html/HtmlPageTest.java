package io.kindred.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.evaluation.html.HtmlTable.Cell;
import io.kindred.evaluation.html.HtmlTable.Column;
import io.kindred.evaluation.html.HtmlTable.Emphasis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {
    private static final String EVIL = "</script><img src=x onerror=\"alert(1)\">&'\u2028";
    private static final String EVIL_ESCAPED =
            "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;\u2028";

    private static Chart chart(String name) {
        return BarPlot.histogram(
                        name, name, List.of(name, "b"), name, Axis.fromZero(name, Format.COUNT), new double[] {1, 2})
                .toChart();
    }

    @Test
    void foreignTextStaysTextWhereverItIsPut() {
        HtmlPage page = new HtmlPage(EVIL, EVIL).fact(EVIL, EVIL);
        page.section(EVIL)
                .text(EVIL)
                .warning(EVIL)
                .list(List.of(EVIL))
                .facts(Map.of(EVIL, EVIL))
                .code(EVIL)
                .folded(EVIL, HtmlTable.plain(EVIL, List.of(EVIL), List.of(List.of(EVIL))))
                .table(new HtmlTable(
                        EVIL, List.of(Column.text(EVIL)), List.of(List.of(new Cell(EVIL, EVIL, Emphasis.BEST)))))
                .chart(chart(EVIL));

        String html = page.toHtml();

        String content = html.substring(0, html.indexOf("<script>"));
        assertThat(content).contains(EVIL_ESCAPED).doesNotContain("<img").doesNotContain("onerror=\"alert");
        assertThat(html.split("</script>", -1))
                .as("the page's own three scripts")
                .hasSize(4);
    }

    @Test
    void nothingButThePagesOwnScriptsMayRunAndNothingIsLoaded() {
        HtmlPage page = new HtmlPage("a", "b");
        page.section("c").chart(chart("d"));

        String html = page.toHtml();

        assertThat(html)
                .containsPattern(
                        "Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-[^']+' 'sha256-")
                .doesNotContain("unsafe-eval")
                .doesNotContain("<link", "<script src", "<iframe", "@import");
    }

    @Test
    void aPageWithoutChartsCarriesNoLibrary() {
        HtmlPage page = new HtmlPage("a", "b");
        page.section("c").text("d");

        assertThat(page.toHtml().length()).isLessThan(50_000);
    }

    @Test
    void theSamePageHasTheSameBytes() {
        HtmlPage one = new HtmlPage("a", "b");
        one.section("c").chart(chart("d"));
        HtmlPage two = new HtmlPage("a", "b");
        two.section("c").chart(chart("d"));

        assertThat(one.toHtml()).isEqualTo(two.toHtml());
    }

    @Test
    void writingReplacesAnOlderPageAndLeavesNothingElse(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("page.html");
        Files.writeString(file, "old");

        new HtmlPage("new", "page").write(file);

        assertThat(file).content().startsWith("<!DOCTYPE html>").contains("<h1>new</h1>");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> HtmlTable.plain("t", List.of("a", "b"), List.of(List.of("1"))))
                .hasMessage("a row of 't' has 1 cells for 2 columns");
    }
}
