package io.kindred.webui;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A page in a browser context of its own, with everything it complained about: errors and warnings on the console,
 * uncaught exceptions, and requests to any other server than its own.
 */
public final class BrowsedPage implements AutoCloseable {
    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** @param address where the server is, ending with a slash */
    public BrowsedPage(Browser browser, String address, Browser.NewContextOptions options) {
        this.address = address;
        context = browser.newContext(options);
        context.setDefaultTimeout(Chromium.PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address)) {
                complaints.add("request to another server: " + request.url());
            }
        });
    }

    public Page page() {
        return page;
    }

    /** Opens a view, for example {@code "models"} or {@code "playground?user=17"}, and waits until it has its data. */
    public Page open(String view) {
        page.navigate(address + "#/" + view);
        page.locator("h1").waitFor();
        page.locator(".skeleton").first().waitFor(GONE);
        return page;
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
