package io.kindred.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeaderboardPageTest {
    @RegisterExtension
    static final RecordedPage RECORDED = new RecordedPage();

    @Test
    void showsModelsBestFirstWithIntervalsAndTimes() {
        Page page = RECORDED.open("leaderboard");

        assertThat(page.locator("tbody tr th"))
                .containsText(new String[] {"als@3", "als@2", "item-knn@2", "item-knn@1", "als@1", "popularity@1"});
        assertThat(page.locator("tbody tr").first())
                .hasText(Pattern.compile(
                        "1\\s*als@3\\s*live\\s*0\\.1312\\s*0\\.1254 – 0\\.1374.*4\\.2 s\\s*1\\.9 s"
                                + "\\s*1,873\\s*temporal\\s*sample films\\s*Nov 22, 2026",
                        Pattern.DOTALL));
    }

    @Test
    void drawsTheIntervalsAndSaysThemInWords() {
        Page page = RECORDED.open("leaderboard");

        assertThat(page.getByRole(AriaRole.IMG))
                .hasAttribute(
                        "aria-label", Pattern.compile("^ndcg@10: als@3 0\\.1312 \\(0\\.1254 to 0\\.1374\\); als@2"));
        page.locator("kindred-interval-chart canvas").waitFor();
        assertThat((boolean) page.locator("kindred-interval-chart canvas").evaluate("""
                (canvas) => {
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  return data.some((channel) => channel !== 0);
                }"""))
                .isTrue();
    }

    @Test
    void saysThatTheDataIsSimulated() {
        Page page = RECORDED.open("leaderboard");

        assertThat(page.getByRole(AriaRole.NOTE)).containsText("Simulated data.");
        assertThat(page.locator("header .chip")).hasText("Simulated data");
    }

    @Test
    void doesNotCallRealDataSimulated() {
        RECORDED.server()
                .answer(
                        "GET /v1/status",
                        RecordedServer.recorded("status").replace("\"simulated\": true", "\"simulated\": false"));

        Page page = RECORDED.open("leaderboard");

        assertThat(page.locator("footer")).containsText("Kindred 0.1.0");
        assertThat(page.getByText("Simulated data")).hasCount(0);
    }

    @Test
    void ranksByTheChosenMetricAndKeepsTheChoiceInTheAddress() {
        Page page = RECORDED.open("leaderboard");

        page.getByLabel("Metric").selectOption("coverage@10");

        assertThat(page.locator("thead th.chosen")).hasText("coverage@10");
        assertThat(page.locator("tbody tr th"))
                .containsText(new String[] {"als@3", "als@2", "als@1", "item-knn@2", "item-knn@1", "popularity@1"});
        page.reload();
        assertThat(page.locator("thead th.chosen")).hasText("coverage@10");
    }

    @Test
    void saysWhatAMetricMeansAndWhichWayIsBetter() {
        Page page = RECORDED.open("leaderboard");
        assertThat(page.locator(".panel")).containsText("More is better.");

        page.getByLabel("Metric").selectOption("gini@10");

        assertThat(page.locator(".panel")).containsText("gini@10, a figure without intervals");
        assertThat(page.locator(".panel")).containsText("0 is even. Less is better.");
        assertThat(page.locator("tbody tr th").first()).containsText("als@3");
        assertThat(page.locator("tbody tr th").last()).containsText("popularity@1");
        page.getByLabel("Metric").selectOption("popularity-lift@10");
        assertThat(page.locator(".panel")).containsText("Neither more nor less is better in itself.");
    }

    @Test
    void offersMetricsInGroupsThosePeopleLookAtFirst() {
        Page page = RECORDED.open("leaderboard");

        assertThat(page.locator("#metric option")).hasText(new String[] {
            "ndcg@5",
            "ndcg@10",
            "recall@5",
            "recall@10",
            "hit@10",
            "mrr@10",
            "precision@10",
            "auc",
            "coverage@10",
            "gini@10",
            "popularity-lift@10"
        });
        assertThat(page.getByLabel("Metric")).hasValue("ndcg@10");
    }

    @Test
    void comparesOnlyRunsOnTheSameDataAndProtocol() {
        Page page = RECORDED.open("leaderboard");

        page.getByLabel("Compared on").selectOption("ml-100k|leave-last-out");

        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("bpr");
        assertThat(page.locator("tbody tr")).containsText("leave-last-out");
    }

    @Test
    void tellsWhatToDoWhenNothingWasEvaluated() {
        RECORDED.server().answer("GET /v1/evaluations", "{\"evaluations\":[]}");

        Page page = RECORDED.open("leaderboard");

        assertThat(page.getByText("No evaluations yet")).isVisible();
        assertThat(page.getByText("./kindred evaluate")).isVisible();
    }

    @Test
    void showsTheServersReasonAndTriesAgain() {
        RECORDED.announce("503");
        RECORDED.server().fail("GET /v1/evaluations", 503, "Registry unavailable", "the database does not answer");
        Page page = RECORDED.open("leaderboard");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Registry unavailable. the database does not answer");

        RECORDED.server().answer("GET /v1/evaluations", RecordedServer.recorded("evaluations"));
        page.getByText("Try again").click();

        assertThat(page.locator("tbody tr")).hasCount(6);
    }
}
