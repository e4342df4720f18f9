package io.kindred.evaluation.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.html.OpenedPage;
import io.kindred.webui.Chromium;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run in a real browser. */
class RunPageTest {
    @TempDir
    static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        Chromium.assumeInstalled();
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static OpenedPage open(String name, RunResults run) throws Exception {
        Path file = folder.resolve(name + ".html");
        RunPage.of(run).write(file);
        return new OpenedPage(chromium, file, new Browser.NewContextOptions());
    }

    private static List<String> headings(OpenedPage opened) {
        return opened.page().locator("h2").allTextContents();
    }

    @Test
    void twentyModelsWithSeveralSeedsFillEveryPlotWithoutAComplaint() throws Exception {
        RunResults run = GeneratedRun.ofModels(20)
                .withSeeds(3)
                .withCourses()
                .withFailure("not enough memory")
                .run();

        try (OpenedPage opened = open("twenty", run)) {
            assertThat(opened.complaints()).isEmpty();
            assertThat(opened.emptyCharts()).isEmpty();
            assertThat(opened.page().locator("figure h3").allTextContents())
                    .contains(
                            "ndcg@10 with 95% intervals",
                            "Every model against every other one on ndcg@10",
                            "ndcg at k",
                            "Accuracy against diversity",
                            "Accuracy against training time",
                            "ndcg@10 by activity",
                            "Lorenz curve of exposure at 10",
                            "Exposure by popularity at 10",
                            "loss relative to the first epoch",
                            "Best setting so far",
                            "Training time",
                            "Peak memory");
            assertThat(opened.page().locator(".warning").allTextContents())
                    .containsExactly("Note broken failed: not enough memory");
            assertThat(opened.page()
                            .locator("section")
                            .first()
                            .locator("tbody tr")
                            .count())
                    .isEqualTo(40);
        }
    }

    @Test
    void oneModelIsComparedWithNothing() throws Exception {
        try (OpenedPage opened = open("one", GeneratedRun.ofModels(1).run())) {
            assertThat(opened.complaints()).isEmpty();
            assertThat(opened.emptyCharts()).isEmpty();
            assertThat(headings(opened)).doesNotContain("Significance", "Learning curves", "Search");
            assertThat(opened.page().locator("section p").first().textContent())
                    .isEqualTo("model-0 is the only model with results.");
        }
    }

    @Test
    void aSingleCutOffHasNoChartOverK() throws Exception {
        try (OpenedPage opened =
                open("two", GeneratedRun.ofModels(2).at("ndcg@10", 10).run())) {
            assertThat(opened.emptyCharts()).isEmpty();
            assertThat(headings(opened)).contains("Significance").doesNotContain("Metric against k");
        }
    }

    @Test
    void aMetricWithoutValuesOfUsersIsNotTestedAndThePageSaysSo() throws Exception {
        try (OpenedPage opened =
                open("coverage", GeneratedRun.ofModels(3).at("coverage@10", 10).run())) {
            assertThat(opened.complaints()).isEmpty();
            assertThat(opened.emptyCharts()).isEmpty();
            assertThat(opened.page().content()).contains("nothing can be tested");
        }
    }

    @Test
    void aRunOfFailuresAloneIsAPageThatSaysWhy() throws Exception {
        try (OpenedPage opened = open(
                "failed",
                GeneratedRun.ofModels(0).withFailure("unknown model 'alss'").run())) {
            assertThat(opened.complaints()).isEmpty();
            assertThat(opened.charts()).isZero();
            assertThat(opened.page().content())
                    .contains("No model of this run has results.", "broken failed: unknown model 'alss'");
        }
    }
}
