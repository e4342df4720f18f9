package io.kindred.evaluation.html;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.kindred.webui.Chromium;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page of this module, opened from its file in a browser without a network, with everything it complained about. */
public final class OpenedPage implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    public OpenedPage(Chromium chromium, Path file, Browser.NewContextOptions options) {
        context = chromium.browser().newContext(options.setOffline(true));
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith("file:")) {
                complaints.add("request: " + request.url());
            }
        });
        page.navigate(file.toUri().toString());
    }

    public Page page() {
        return page;
    }

    /** Anything on the console, uncaught errors, requests. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** How many charts the page has. */
    public int charts() {
        return page.locator(".plot").count();
    }

    /** The titles of charts with a series without data, or of which nothing is drawn. */
    @SuppressWarnings("unchecked")
    public List<String> emptyCharts() {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('.plot')].filter((frame) => {
                  const series = echarts.getInstanceByDom(frame)?.getOption().series ?? [];
                  const drawn = frame.querySelectorAll('svg path').length > 3;
                  const finite = (value) => [].concat(value?.value ?? value).some((one) => Number.isFinite(one));
                  return !drawn || series.length === 0 || series.some(({ data }) => !data?.some(finite));
                }).map((frame) => frame.closest('figure').querySelector('h3').textContent)""");
    }

    @Override
    public void close() {
        context.close();
    }
}
