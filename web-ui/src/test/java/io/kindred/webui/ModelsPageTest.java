package io.kindred.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModelsPageTest {
    private static final String PROMOTE = "POST /v1/models/item-knn/versions/2/promote";
    private static final String ROLLBACK = "POST /v1/models/rollback";

    @RegisterExtension
    static final RecordedPage RECORDED = new RecordedPage();

    @Test
    void showsEveryVersionWithItsStageAndFigures() {
        Page page = RECORDED.open("models");

        assertThat(page.getByLabel("Model als").locator("li .version"))
                .hasText(new String[] {"v3 live", "v2 staged", "v1 retired"});
        assertThat(page.getByLabel("Model item-knn").locator("li").first())
                .containsText("item-similarity · by item-knn · Nov 22, 2026");
        assertThat(page.getByLabel("Model popularity").locator(".figures")).containsText("0.0691");
    }

    @Test
    void showsParametersSnapshotAndCapabilitiesOnRequest() {
        Page page = RECORDED.open("models");
        Locator version = page.getByLabel("Model als").locator("li").first();

        version.locator("summary").click();

        assertThat(version.locator(".more")).containsText("factors");
        assertThat(version.locator("thead th")).hasText(new String[] {"@5", "@10", "all"});
        assertThat(version.locator("tbody tr").first().locator("td")).hasText(new String[] {"0.1220", "0.1312", ""});
        assertThat(version.locator(".more")).containsText("sha256:8f14e…");
        assertThat(version.locator(".more")).containsText("fold-in");
    }

    @Test
    void promotesWithTheTokenThatIsAskedForOnce() {
        Page page = RECORDED.open("models");

        promote(page);
        giveToken(page, RecordedServer.TOKEN);

        assertThat(page.getByText("item-knn@2 is live now.")).isVisible();
        promote(page);
        page.waitForCondition(() -> RECORDED.server().calls(PROMOTE).size() == 2);
        assertThat(RECORDED.server().calls(PROMOTE))
                .allSatisfy(call -> assertThat(call.authorization()).isEqualTo("Bearer " + RecordedServer.TOKEN));
    }

    @Test
    void keepsTheTokenInThisTabOnly() {
        Page page = RECORDED.open("models");

        promote(page);
        giveToken(page, RecordedServer.TOKEN);
        assertThat(page.getByText("item-knn@2 is live now.")).isVisible();

        assertThat(page.evaluate("Object.values(sessionStorage)").toString()).contains(RecordedServer.TOKEN);
        assertThat(page.evaluate("localStorage.length + document.cookie.length"))
                .isEqualTo(0);
    }

    @Test
    void asksAgainWhenTheTokenIsRefused() {
        RECORDED.announce("401");
        Page page = RECORDED.open("models");

        promote(page);
        giveToken(page, "wrong");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The server does not accept this token.");
        assertThat(tokenField(page)).hasValue("");
        giveToken(page, RecordedServer.TOKEN);
        assertThat(page.getByText("item-knn@2 is live now.")).isVisible();
    }

    @Test
    void changesNothingWhenThePersonCancels() {
        Page page = RECORDED.open("models");

        promote(page);
        page.getByText("Cancel").click();

        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(RECORDED.server().calls(PROMOTE)).isEmpty();
    }

    @Test
    void showsWhyAPromotionFailed() {
        RECORDED.announce("409");
        RECORDED.server().fail(PROMOTE, 409, "Vocabulary mismatch", "the version was trained on other items");
        Page page = RECORDED.open("models");

        promote(page);
        giveToken(page, RecordedServer.TOKEN);

        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("Vocabulary mismatch. the version was trained on other items");
    }

    @Test
    void rollsBackAndShowsTheNewLiveVersion() {
        Page page = RECORDED.open("models");
        String before = RecordedServer.recorded("models");
        RECORDED.server().answer("GET /v1/models", before.replaceFirst("\"version\": 3", "\"version\": 2"));

        page.getByText("Roll back").click();
        giveToken(page, RecordedServer.TOKEN);

        assertThat(page.locator(".live-card strong")).hasText("als@2");
        assertThat(RECORDED.server().calls(ROLLBACK)).hasSize(1);
    }

    @Test
    void tellsHowToGetAModelWhenThereIsNone() {
        RECORDED.server().answer("GET /v1/models", "{\"live\":null,\"models\":[]}");

        Page page = RECORDED.open("models");

        assertThat(page.getByText("No models yet")).isVisible();
    }

    private static void promote(Page page) {
        page.getByLabel("Promote item-knn@2").click();
    }

    private static void giveToken(Page page, String token) {
        tokenField(page).fill(token);
        page.getByText("Continue").click();
    }

    private static Locator tokenField(Page page) {
        return page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true));
    }
}
