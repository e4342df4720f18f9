package io.kindred.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindred.serving.ApiClient;
import io.kindred.serving.ServerTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SecurityTest extends ServerTest {
    /** Requests that only ask, although they are not GETs. */
    private static final Set<String> READING = Set.of("POST /v1/recommendations");

    @Test
    void everyRequestThatChangesSomethingNeedsTheToken() {
        List<String> changing = new ArrayList<>();
        JsonNode paths = anyone.get("/q/openapi?format=json").body().path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            path.getValue().fieldNames().forEachRemaining(method -> {
                String request = method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                if (!method.equals("get") && !method.equals("parameters") && !READING.contains(request)) {
                    changing.add(request);
                }
            });
        }
        assertThat(changing)
                .containsExactlyInAnyOrder(
                        "POST /v1/events",
                        "POST /v1/evaluations",
                        "POST /v1/models/rollback",
                        "POST /v1/models/{name}/versions",
                        "POST /v1/models/{name}/versions/{version}/promote");

        ApiClient wrong = new ApiClient(address, "A".repeat(43));
        for (String request : changing) {
            String path = request.substring("POST ".length())
                    .replace("{name}", "films")
                    .replace("{version}", "1");
            for (ApiClient client : List.of(anyone, wrong)) {
                ApiClient.Answer answer = client.post(path, "{}");
                assertThat(answer.status()).as(request).isEqualTo(401);
                assertThat(answer.problem()).isEqualTo("invalid-token");
                assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            }
        }
        assertThat(anyone.post(
                                "/v1/models/films/versions",
                                "application/zip",
                                HttpRequest.BodyPublishers.ofByteArray(new byte[10]))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic %s", "%s", "Bearer", "Bearer  ", "Bearer %s2"})
    void onlyTheWholeTokenInTheRightSchemeCounts(String header) throws IOException {
        String token = Files.readString(home.token()).strip();

        ApiClient.Answer answer = anyone.send(anyone.request("/v1/models/rollback")
                .header("Authorization", header.replace("%s", token))
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void theTokenFileIsTheOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.token())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(home.token()).strip()).hasSize(43);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kindred.example", "localhost.example:80", "127.0.0.2", "[::2]", ""})
    void aForeignHostNameIsRefused(String host) throws IOException {
        String answer = rawGet("/v1/status", "Host: " + host);

        assertThat(answer).startsWith("HTTP/1.1 403").contains("urn:kindred:problem:host-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080"})
    void theNamesOfTheLoopbackAddressAreAnswered(String host) throws IOException {
        assertThat(rawGet("/v1/status", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @Test
    void thePageComesWithAPolicyThatAllowsItsImportMap() {
        ApiClient.Answer page = anyone.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.text()).contains("<title>Kindred</title>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self' 'sha256-")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(anyone.get("/v1/status").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void noOtherOriginIsLetIn() {
        ApiClient.Answer answer = anyone.send(anyone.request("/v1/status")
                .header("Origin", "http://evil.example")
                .GET());

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aDrawnPictureIsSandboxed() {
        ApiClient.Answer picture = anyone.get("/v1/items/i2/poster");

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.contentType()).startsWith("image/svg+xml");
        assertThat(picture.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
        assertThat(anyone.get("/v1/items/i1/poster").contentType()).isEqualTo("image/png");
    }

    /** The JDK's client does not let a test choose the Host header. */
    private String rawGet(String path, String header) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer.append(line).append('\n');
            }
            return answer.toString();
        }
    }
}
