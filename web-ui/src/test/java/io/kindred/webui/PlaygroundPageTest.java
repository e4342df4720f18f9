package io.kindred.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlaygroundPageTest {
    private static final String RECOMMEND = "POST /v1/recommendations";

    @RegisterExtension
    static final RecordedPage RECORDED = new RecordedPage();

    @Test
    void startsWithAUserTheLiveModelAndAnotherOne() {
        Page page = RECORDED.open("");

        assertThat(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("User")))
                .hasValue("17");
        assertThat(list(page, "als@3").locator("li")).hasCount(10);
        assertThat(list(page, "item-knn@2").locator("li")).hasCount(10);
        assertThat(page.getByText("5 of 10 in both lists.")).isVisible();
    }

    @Test
    void showsTheHistoryNewestFirst() {
        Page page = RECORDED.open("playground");

        assertThat(page.locator("kindred-history li .title").first()).hasText("Snow on the Antenna");
        assertThat(page.locator("kindred-history li .sub").first()).hasText("2018 · Drama, Science Fiction");
        assertThat(page.getByText("15 items, newest first")).isVisible();
    }

    @Test
    void showsScoreReasonsStrategyAndThePlaceInTheOtherList() {
        Page page = RECORDED.open("playground");
        Locator first = list(page, "als@3").locator("li").first();

        assertThat(first).containsText("Paper Lanterns");
        assertThat(first).containsText("1988 · Romance, Drama");
        assertThat(first).containsText("Because of Orbit of Glass, Static Between Stations");
        assertThat(first.locator(".score")).hasText(Pattern.compile("score 1\\.182\\s*also #2"));
        assertThat(list(page, "als@3").locator("header .chip")).hasText("Known user");
    }

    @Test
    void comparesTheModelsThatWereChosen() {
        Page page = RECORDED.open("playground");

        page.getByLabel("Second model").selectOption("popularity@1");

        assertThat(list(page, "popularity@1").locator("header .chip")).hasText("Fallback");
        page.reload();
        assertThat(list(page, "popularity@1").locator("li")).hasCount(10);
        page.getByLabel("Second model").selectOption("none");
        assertThat(page.locator("kindred-recommendations")).hasCount(1);
    }

    @Test
    void findsAUserWithTheKeyboard() {
        Page page = RECORDED.open("playground");
        Locator search = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("User"));

        search.fill("17");
        assertThat(page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^171"))))
                .containsText("61 interactions");
        page.waitForCondition(() -> RECORDED.server().calls("GET /v1/users").stream()
                .anyMatch(call -> call.query().contains("q=17")));
        search.press("ArrowDown");
        search.press("ArrowDown");
        assertThat(search).hasAttribute("aria-activedescendant", "user-1");
        search.press("Enter");

        assertThat(search).hasValue("170");
        assertThat(search).hasAttribute("aria-expanded", "false");
        page.waitForCondition(() -> RECORDED.server().calls("GET /v1/users/170").size() == 1);
    }

    @Test
    void asksForAnIdThatNobodyHas() {
        RECORDED.server().answer("GET /v1/users/nobody", "{\"id\":\"nobody\",\"known\":false,\"history\":[]}");
        RECORDED.server().answer(RECOMMEND, RecordedServer.recorded("recommendations-popularity@1"));
        Page page = RECORDED.open("playground");
        Locator search = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("User"));

        search.fill("nobody");
        search.press("Enter");

        assertThat(page.getByText("unknown to the models")).isVisible();
        assertThat(page.getByText("Nothing chosen yet")).isVisible();
        assertThat(page.getByText("Fallback")).hasCount(2);
    }

    @Test
    void asksForTheChosenNumberAndGenre() {
        Page page = RECORDED.open("playground");

        page.getByLabel("How many").selectOption("20");
        page.getByLabel("Genre").selectOption("Drama");

        // A request that the second choice overtook may still reach the server after it: what counts is that both
        // models
        // are asked, not in which order the server hears of it.
        page.waitForCondition(() -> RECORDED.server().calls(RECOMMEND).stream()
                        .map(RecordedServer.Call::body)
                        .filter(body ->
                                body.contains("\"k\":20") && body.contains("\"filter\":{\"genres\":[\"Drama\"]}"))
                        .count()
                >= 2);
        assertThat(page.url()).contains("genre=Drama").contains("k=20");
    }

    @Test
    void opensSimilarItemsAndClosesWithEscape() {
        Page page = RECORDED.open("playground");
        Locator title = list(page, "als@3").locator("button.title").first();

        title.click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);

        assertThat(dialog.getByRole(AriaRole.HEADING).first()).hasText("Paper Lanterns");
        assertThat(dialog.locator("dl"))
                .hasText(Pattern.compile("id\\s*103.*runtime\\s*86\\s*premiere\\s*Jan 1, 2024", Pattern.DOTALL));
        assertThat(dialog.locator("li")).hasCount(9);
        assertThat(RECORDED.server()
                        .calls("GET /v1/items/103/similar")
                        .getFirst()
                        .query())
                .contains("model=als@3");
        dialog.locator("li button").first().click();
        assertThat(dialog.getByRole(AriaRole.HEADING).first()).hasText("The Quiet Harbour");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(title).isFocused();
    }

    @Test
    void drawsAPlaceholderWhereThereIsNoPosterOrItDoesNotLoad() {
        RECORDED.announce("404");
        RECORDED.server().fail("GET /v1/items/103/poster", 404, "No poster", "none");

        Page page = RECORDED.open("playground");

        assertThat(list(page, "als@3").locator("li").first().locator("svg text"))
                .hasText("PL");
        assertThat(list(page, "item-knn@2").locator("li").nth(4).locator("svg text"))
                .hasText("SC");
        assertThat(list(page, "als@3").locator("li").nth(1).locator("img")).hasCount(1);
    }

    @Test
    void oneModelsErrorLeavesTheOtherListAlone() {
        RECORDED.announce("404");
        RECORDED.server().fail("GET /v1/users/17", 404, "Unknown user", "user '17' is not known");

        Page page = RECORDED.open("playground");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Unknown user. user '17' is not known");
        assertThat(list(page, "als@3").locator("li")).hasCount(10);
    }

    @Test
    void tellsHowToGetAModelWhenThereIsNone() {
        RECORDED.server().answer("GET /v1/models", "{\"live\":null,\"models\":[]}");

        Page page = RECORDED.open("playground");

        assertThat(page.getByText("No model to ask yet")).isVisible();
    }

    private static Locator list(Page page, String model) {
        return page.getByLabel("Recommendations of " + model);
    }
}
