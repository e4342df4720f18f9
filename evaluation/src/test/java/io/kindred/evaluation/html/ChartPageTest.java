package io.kindred.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.kindred.evaluation.html.MatrixPlot.Kind;
import io.kindred.webui.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of chart in a real browser. */
class ChartPageTest {
    private static final String ODD = "<b>odd</b> {a|b} @text var(--ink) ".repeat(2);

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Path file;

    @BeforeAll
    static void write() throws Exception {
        Chromium.assumeInstalled();
        chromium = Chromium.start();
        file = folder.resolve("page.html");
        page().write(file);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** A page with one of each, and names that look like markup. */
    static HtmlPage page() {
        List<String> names = IntStream.range(0, 20)
                .mapToObj(i -> i == 3 ? ODD : "model-" + i)
                .toList();
        HtmlPage page = new HtmlPage("Charts", "Test page").fact("models", "20");
        page.section("Intervals")
                .chart(new IntervalPlot(
                                "Intervals",
                                "One row a model.",
                                "model",
                                Axis.of("ndcg@10", Format.NUMBER),
                                IntStream.range(0, 20)
                                        .mapToObj(i -> new IntervalPlot.Row(
                                                names.get(i),
                                                0.4 - i * 0.01,
                                                i == 5 ? Double.NaN : 0.39 - i * 0.01,
                                                0.41 - i * 0.01,
                                                i))
                                        .toList())
                        .toChart());
        double[] x = {1, 5, 10, 20, 50, 100};
        page.section("Lines")
                .chart(new LinePlot(
                                "Lines",
                                "Twenty lines.",
                                Axis.log("k", Format.COUNT),
                                Axis.fromZero("ndcg", Format.NUMBER),
                                IntStream.range(0, 20)
                                        .mapToObj(i -> new LinePlot.Line(
                                                names.get(i),
                                                x,
                                                Arrays.stream(x)
                                                        .map(k -> (1 - 0.01 * i) * Math.log1p(k) / 5)
                                                        .toArray(),
                                                i))
                                        .toList())
                        .toChart());
        page.section("Bars and points")
                .chart(new BarPlot(
                                "Lying bars",
                                "Two series.",
                                names,
                                "model",
                                Axis.fromZero("time", Format.SECONDS),
                                List.of(
                                        new BarPlot.Bars(
                                                "train",
                                                IntStream.range(0, 20)
                                                        .mapToDouble(i -> i * i)
                                                        .toArray(),
                                                0),
                                        new BarPlot.Bars(
                                                "test",
                                                IntStream.range(0, 20)
                                                        .mapToDouble(i -> i == 2 ? Double.NaN : 3 * i)
                                                        .toArray(),
                                                1)),
                                true)
                        .toChart())
                .chart(BarPlot.histogram(
                                "Standing bars",
                                "A histogram.",
                                List.of("1", "2-3", "4-7", "8-15"),
                                "interactions of an item",
                                Axis.fromZero("items", Format.COUNT),
                                new double[] {12_000, 7000, 900, 20})
                        .toChart())
                .chart(new ScatterPlot(
                                "Points",
                                "Accuracy against cost.",
                                "model",
                                Axis.log("training time", Format.SECONDS),
                                Axis.of("ndcg@10", Format.NUMBER),
                                IntStream.range(0, 20)
                                        .mapToObj(i -> new ScatterPlot.Dot(
                                                names.get(i),
                                                Math.pow(2, i) / 100,
                                                Math.sin(i) / 5 + 0.3,
                                                i % 6 == 1,
                                                i))
                                        .toList())
                        .toChart());
        List<List<MatrixPlot.Cell>> cells = new ArrayList<>();
        for (int r = 0; r < 20; r++) {
            List<MatrixPlot.Cell> row = new ArrayList<>();
            for (int c = 0; c < 20; c++) {
                int kind = Math.abs(r - c) < 3 ? 2 : r < c ? 0 : 1;
                row.add(
                        r == c
                                ? null
                                : new MatrixPlot.Cell(
                                        kind, List.of("+", "−", "·").get(kind), r + " against " + c));
            }
            cells.add(row);
        }
        page.section("Matrix")
                .chart(new MatrixPlot(
                                "Matrix",
                                "Pairs.",
                                names,
                                List.of(
                                        new Kind("row is better", "--better"),
                                        new Kind("column is better", "--worse"),
                                        new Kind("no difference shown", "--same")),
                                cells)
                        .toChart());
        return page;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyChartIsDrawnWithoutAComplaint(ColorScheme scheme) {
        try (OpenedPage opened =
                new OpenedPage(chromium, file, new Browser.NewContextOptions().setColorScheme(scheme))) {
            assertThat(opened.charts()).isEqualTo(6);
            assertThat(opened.emptyCharts()).isEmpty();
            assertThat(opened.complaints()).isEmpty();
        }
    }

    @Test
    void namesThatLookLikeMarkupOrFunctionsAreShownAsTheyAre() {
        try (OpenedPage opened = new OpenedPage(chromium, file, new Browser.NewContextOptions())) {
            assertThat(opened.page().locator("figure tbody th").allTextContents())
                    .contains(ODD);
            assertThat(opened.page().locator("figure b").count()).isZero();
            assertThat(
                            opened.page()
                                    .evaluate(
                                            "echarts.getInstanceByDom(document.querySelector('#chart-2')).getOption().series[3].name"))
                    .isEqualTo(ODD);
        }
    }

    @Test
    void aNarrowScreenHasNothingToScrollSideways() {
        Browser.NewContextOptions narrow = new Browser.NewContextOptions().setViewportSize(375, 812);
        try (OpenedPage opened = new OpenedPage(chromium, file, narrow)) {
            assertThat(opened.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(375);
            assertThat(opened.emptyCharts()).isEmpty();
        }
    }

    @Test
    void chartsFollowTheWidthOfTheWindowAndOfPaper() {
        try (OpenedPage opened = new OpenedPage(chromium, file, new Browser.NewContextOptions())) {
            opened.page().setViewportSize(1400, 900);
            opened.page().waitForFunction("document.querySelector('#chart-1 svg').clientWidth > 900");

            opened.page().evaluate("dispatchEvent(new Event('beforeprint'))");
            assertThat(opened.page().evaluate("document.querySelector('#chart-1 svg').clientWidth"))
                    .isEqualTo(660);
            opened.page().evaluate("dispatchEvent(new Event('afterprint'))");

            assertThat((int) opened.page().evaluate("document.querySelector('#chart-1 svg').clientWidth"))
                    .isGreaterThan(900);
            assertThat(opened.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everythingHasANameAndEnoughContrast(ColorScheme scheme) throws Exception {
        try (OpenedPage opened =
                        new OpenedPage(chromium, file, new Browser.NewContextOptions().setColorScheme(scheme));
                var audit = Chromium.class.getResourceAsStream("/audit.js")) {
            String script = new String(audit.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

            assertThat((List<?>) opened.page().evaluate(script)).isEmpty();
        }
    }
}
