package io.kindred.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Data from the server is shown as text, whatever it holds. */
class SafetyPageTest {
    private static final String HOSTILE = "<img src=x onerror=window.stolen=1><script>window.stolen=1</script>";

    @RegisterExtension
    static final RecordedPage RECORDED = new RecordedPage();

    @Test
    void aHostileTitleIsOnlyText() {
        RECORDED.server()
                .answer(
                        "POST /v1/recommendations",
                        RecordedServer.recorded("recommendations-als@3").replace("Paper Lanterns", HOSTILE));
        RECORDED.server()
                .answer("GET /v1/users/17", RecordedServer.recorded("user-17").replace("Snow on the Antenna", HOSTILE));
        Page page = RECORDED.open("playground");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(HOSTILE))
                .last()
                .click();

        assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.HEADING).first())
                .hasText(HOSTILE);
        assertThat(page.evaluate("window.stolen")).isNull();
    }

    @Test
    void hostileNamesInTheRegistryAndTheChartAreOnlyText() {
        String escaped = HOSTILE.replace("\"", "\\\"");
        RECORDED.server()
                .answer(
                        "GET /v1/evaluations",
                        RecordedServer.recorded("evaluations").replace("item-knn", escaped));
        RECORDED.server()
                .answer("GET /v1/models", RecordedServer.recorded("models").replace("item-knn", escaped));
        Page page = RECORDED.open("leaderboard");
        page.locator("kindred-interval-chart canvas").hover();

        assertThat(page.locator("tbody")).containsText(HOSTILE + "@2");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Models"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(HOSTILE)))
                .isVisible();
        assertThat(page.evaluate("window.stolen")).isNull();
    }

    @Test
    void aPosterFromAnotherServerIsNotFetched() {
        RECORDED.announce("Content Security Policy");
        RECORDED.announce("https://elsewhere.invalid");
        RECORDED.server()
                .answer(
                        "GET /v1/users/17",
                        RecordedServer.recorded("user-17")
                                .replace("/v1/items/119/poster", "https://elsewhere.invalid/119.jpg"));

        Page page = RECORDED.open("playground");

        assertThat(page.locator("kindred-history li").first().locator("svg text"))
                .hasText("SA");
    }

    @Test
    void anAnswerThatIsNotJsonBecomesAClearError() {
        RECORDED.announce("500");
        RECORDED.server().fail("GET /v1/models", 500, "Oops\",\"detail\":<<", "");

        Page page = RECORDED.open("models");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The server answered 500 without saying why.");
    }
}
