package io.kindred.serving.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.serving.ApiClient;
import io.kindred.serving.ServerTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the server hands out the files of the page. */
@QuarkusTest
class PageFilesTest extends ServerTest {
    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/index.html, text/html",
        "/ui/app.js, text/javascript",
        "/ui/theme.css, text/css",
        "/ui/icon.svg, image/svg+xml",
        "/ui/vendor/lit/index.js, text/javascript",
        "/ui/vendor/echarts/dist/echarts.esm.min.js, text/javascript"
    })
    void everyFileHasItsTypeAndIsAskedForAgainAfterAnUpgrade(String path, String type) {
        ApiClient.Answer answer = anyone.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(type);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void nothingButTheServersOwnFilesMayRun() {
        String policy =
                anyone.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy).contains("default-src 'none'", "script-src 'self' 'sha256-", "style-src 'self';");
        assertThat(policy).doesNotContain("unsafe", "http", "*");
    }

    @Test
    void thePagesLibrariesAreServedOnceOnly() {
        assertThat(anyone.get("/_static/lit/3.3.1/index.js").status()).isEqualTo(404);
    }
}
