package io.kindred.webui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * JUnit extension: one browser for a test class; for each test a fresh {@link RecordedServer} and a fresh page. A test
 * whose page complained about anything that the test did not announce fails.
 */
final class RecordedPage implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final List<String> announced = new ArrayList<>();
    private final List<BrowsedPage> pages = new ArrayList<>();
    private Chromium chromium;
    private RecordedServer server;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (Chromium.installed()) {
            chromium = Chromium.start();
        } else {
            System.out.println(context.getDisplayName() + " is skipped, " + Chromium.MISSING);
        }
    }

    /** Without a browser every single test is reported as skipped, with the reason. */
    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Chromium.assumeInstalled();
        server = new RecordedServer();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            if (context.getExecutionException().isEmpty() && server != null) {
                assertThat(pages).isNotEmpty();
                assertThat(pages.stream().flatMap(page -> page.complaints().stream()))
                        .allMatch(complaint -> announced.stream().anyMatch(complaint::contains));
            }
        } finally {
            pages.forEach(BrowsedPage::close);
            pages.clear();
            announced.clear();
            if (server != null) {
                server.close();
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
    }

    RecordedServer server() {
        return server;
    }

    /** The browser logs every answer that is an error; a test that provokes one says so here. */
    void announce(String complaint) {
        announced.add(complaint);
    }

    Page open(String view) {
        return open(view, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    Page open(String view, Browser.NewContextOptions options) {
        BrowsedPage browsed = new BrowsedPage(chromium.browser(), server.address(), options);
        pages.add(browsed);
        return browsed.open(view);
    }
}
