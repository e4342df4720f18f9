package io.kindred.serving.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.kindred.serving.ServerTest;
import io.kindred.serving.TinyModels;
import io.kindred.webui.BrowsedPage;
import io.kindred.webui.Chromium;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page and the server together: a real model, a real registry, a real browser. */
@QuarkusTest
class PageInBrowserTest extends ServerTest {
    private static Chromium chromium;

    private BrowsedPage browsed;

    @BeforeAll
    static void startBrowser() {
        if (Chromium.installed()) {
            chromium = Chromium.start();
        }
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aPage() {
        Chromium.assumeInstalled();
        browsed = new BrowsedPage(chromium.browser(), address.toString(), new Browser.NewContextOptions());
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        if (browsed != null) {
            assertThat(browsed.complaints()).isEmpty();
            browsed.close();
        }
    }

    @Test
    void playgroundShowsHistoryAndWhatTwoModelsRecommend() {
        int films = liveSimilarity("page-films", System.nanoTime());
        int counted = publish("page-counted", TinyModels.popularity(freshFolder(), "i", System.nanoTime()));

        Page page = browsed.open("playground?user=ann&a=page-films@" + films + "&b=page-counted@" + counted);

        assertThat(page.locator("kindred-history .title")).hasText(new String[] {"One", "Zero"});
        Locator similar = page.getByLabel("Recommendations of page-films@" + films);
        assertThat(similar.locator("header")).containsText("Known user");
        assertThat(similar.locator("li").first()).containsText("Two");
        assertThat(similar.locator("li").first()).containsText("2002 · Drama");
        assertThat(similar.locator("li").first()).containsText("Because of One, Zero");
        assertThat(similar.locator("li").first().locator(".score")).containsText("3.500");
        Locator popular = page.getByLabel("Recommendations of page-counted@" + counted);
        assertThat(popular.locator("li").first()).containsText("Item i5");
    }

    @Test
    void similarItemsAndTheGenreFilterAskTheServer() {
        int films = liveSimilarity("page-films", System.nanoTime());

        Page page = browsed.open("playground?user=ann&b=none&a=page-films@" + films);
        page.getByLabel("Genre").selectOption("Drama");
        Locator list = page.getByLabel("Recommendations of page-films@" + films);

        assertThat(list.locator("li")).hasCount(1);
        page.locator("kindred-history button.item").nth(1).click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.HEADING).first())
                .hasText("Zero");
        assertThat(page.getByRole(AriaRole.DIALOG).locator("li .title")).hasText(new String[] {"Item i3", "Two"});
    }

    @Test
    void leaderboardShowsAStoredEvaluation() {
        liveSimilarity("page-films", System.nanoTime());
        admin.post("/v1/evaluations", """
                {"model":"page-films","protocol":"temporal","metrics":{"ndcg@10":0.25,"recall@10":0.5},
                 "intervals":{"ndcg@10":[0.2,0.3]},"users":3,"dataset":"page","trainSeconds":1.5,"evaluateSeconds":0.2}""");

        Page page = browsed.open("leaderboard?compare=page%7Ctemporal");

        assertThat(page.locator("tbody tr").first()).containsText("page-films");
        assertThat(page.locator("tbody tr").first()).containsText("0.2000 – 0.3000");
        assertThat(page.locator("tbody tr").first()).containsText("1.5 s");
        assertThat(page.getByRole(AriaRole.NOTE)).containsText("Simulated data.");
        page.locator("kindred-interval-chart canvas").waitFor();
    }

    @Test
    void promotesAVersionAndRollsBack() throws IOException {
        int before = liveSimilarity("page-films", System.nanoTime());
        int next = publish("page-films", TinyModels.similarity(freshFolder(), System.nanoTime()));
        Page page = browsed.open("models");

        page.getByLabel("Promote page-films@" + next).click();
        page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true))
                .fill(Files.readString(home.token()).strip());
        page.getByText("Continue").click();

        assertThat(page.getByText("page-films@" + next + " is live now.")).isVisible();
        assertThat(page.locator(".live-card strong")).hasText("page-films@" + next);
        assertThat(anyone.get("/v1/models").body().at("/live/version").asInt()).isEqualTo(next);
        page.getByText("Roll back").click();
        assertThat(page.locator(".live-card strong")).hasText("page-films@" + before);
        assertThat(anyone.get("/v1/models").body().at("/live/version").asInt()).isEqualTo(before);
    }
}
