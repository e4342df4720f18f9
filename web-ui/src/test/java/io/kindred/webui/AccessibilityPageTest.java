package io.kindred.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessibilityPageTest {
    private static final String AUDIT = PageSecurity.text("/audit.js");

    @RegisterExtension
    static final RecordedPage RECORDED = new RecordedPage();

    @ParameterizedTest
    @CsvSource({
        "playground, LIGHT", "leaderboard, LIGHT", "models, LIGHT",
        "playground, DARK", "leaderboard, DARK", "models, DARK"
    })
    void everythingHasANameAndEnoughContrast(String view, ColorScheme scheme) {
        Page page = RECORDED.open(view, new Browser.NewContextOptions().setColorScheme(scheme));
        if (view.equals("models")) {
            page.locator("summary").first().click();
        }

        assertThat((List<?>) page.evaluate(AUDIT)).isEmpty();
    }

    @Test
    void theAuditItselfFindsWhatIsWrong() {
        Page page = RECORDED.open("models");

        page.evaluate("""
                () => {
                  const main = document.querySelector('kindred-app').renderRoot.querySelector('main');
                  const add = (name, values) => main.append(Object.assign(document.createElement(name), values));
                  add('input', {});
                  add('button', { tabIndex: 3 });
                  add('img', { src: './ui/icon.svg' });
                  add('p', { textContent: 'pale', id: 'main', style: 'color: rgb(200, 200, 200)' });
                }""");

        assertThat(page.evaluate(AUDIT).toString())
                .contains("no name: <input>", "no name: <button>", "changes the tab order: <button>")
                .contains("picture without alt", "id used twice: main", "contrast 1.5");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void dialogsAndErrorsToo(ColorScheme scheme) {
        RECORDED.announce("503");
        RECORDED.server().fail("GET /v1/items/103/similar", 503, "Busy", "no worker is free");
        Page page = RECORDED.open("playground", new Browser.NewContextOptions().setColorScheme(scheme));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Paper Lanterns"))
                .first()
                .click();
        assertThat(page.getByText("no worker is free")).isVisible();

        assertThat((List<?>) page.evaluate(AUDIT)).isEmpty();
    }

    @Test
    void keyboardReachesTheNavigationAndShowsWhereItIs() {
        Page page = RECORDED.open("playground");

        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");

        var link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Leaderboard"));
        assertThat(link).isFocused();
        assertThat(link).hasCSS("outline-style", "solid");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isFocused();
        assertThat(page).hasTitle("Leaderboard · Kindred");
        assertThat(link).hasAttribute("aria-current", "page");
    }

    @Test
    void skipLinkLeadsToTheContent() {
        Page page = RECORDED.open("models");

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.MAIN)).isFocused();
        assertThat(page.url()).endsWith("#/models");
    }

    @Test
    void changesAreAnnounced() {
        Page page = RECORDED.open("models");

        page.getByLabel("Promote item-knn@2").click();
        page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true)).fill(RecordedServer.TOKEN);
        page.keyboard().press("Enter");

        assertThat(page.locator("[aria-live=polite]").getByText("item-knn@2 is live now."))
                .isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"playground", "leaderboard", "models"})
    void nothingScrollsSidewaysOnANarrowScreen(String view) {
        Page page = RECORDED.open(view, new Browser.NewContextOptions().setViewportSize(375, 812));

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
    }
}
