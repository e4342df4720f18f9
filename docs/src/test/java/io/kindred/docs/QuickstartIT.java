package io.kindred.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.cli.Kindred;
import io.kindred.core.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's first command on a small file, with the packaged server and its own PostgreSQL: from a ratings file to
 * recommendations over HTTP, and again after a stop.
 */
class QuickstartIT {
    private static final long POLL_MILLISECONDS = 200;
    private static final int USERS = 40;
    private static final int ITEMS = 30;

    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void nameTheHome() {
        System.setProperty("kindred.home", home.toString());
        System.setProperty("kindred.install", Repository.ROOT.toString());
    }

    @AfterEach
    void forgetTheHome() {
        System.clearProperty("kindred.home");
        System.clearProperty("kindred.install");
        http.close();
    }

    @Test
    void fromARatingsFileToRecommendationsAndAgainAfterAStop() throws Exception {
        Path data = ratings();

        try (Run first = new Run(data)) {
            first.awaitAddress();
            Map<String, Object> models = first.get("/v1/models");
            assertThat(models.get("live")).asString().contains("version=1");
            assertThat((List<?>) models.get("models")).hasSize(3);
            assertThat((List<?>) first.get("/v1/evaluations").get("evaluations"))
                    .hasSize(3);
            Map<String, Object> answer = first.get("/v1/users/u1/recommendations?k=3&model=als");
            assertThat(answer).containsEntry("strategy", "known-user");
            assertThat((List<?>) answer.get("items")).hasSize(3);
            assertThat(first.page("/")).contains("Kindred");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("token"))))
                    .isEqualTo("rw-------");
            assertThat(first.error())
                    .contains("train als")
                    .doesNotContain(Files.readString(home.resolve("token")).strip());
        }
        try (Run second = new Run(data)) {
            second.awaitAddress();
            assertThat(second.error()).doesNotContain("train als");
            assertThat((List<?>) second.get("/v1/models").get("models")).hasSize(3);
            assertThat((List<?>) second.get("/v1/evaluations").get("evaluations"))
                    .hasSize(3);
        }
    }

    /** Two groups of users who rate the items of their own half. */
    private Path ratings() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        List<String> lines = new ArrayList<>(List.of("user,item,rating,timestamp"));
        for (int u = 0; u < USERS; u++) {
            for (int n = 0; n < 12; n++) {
                int item = random.nextInt(ITEMS / 2) + (u % 2) * ITEMS / 2;
                lines.add(
                        "u" + u + ",i" + item + "," + (1 + random.nextInt(5)) + "," + (1_600_000_000L + n * 1000L + u));
            }
        }
        return Files.write(home.resolve("ratings.csv"), lines);
    }

    /** A quick start that runs until it is closed. */
    private final class Run implements AutoCloseable {
        private final StringWriter out = new StringWriter();
        private final StringWriter err = new StringWriter();
        private final Thread thread;
        private String address;

        Run(Path data) throws IOException {
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            String[] args = {"quickstart", "--data", data.toString(), "--port", Integer.toString(port), "--json"};
            thread = Thread.ofPlatform()
                    .start(() -> Kindred.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                            .execute(args));
        }

        void awaitAddress() throws InterruptedException {
            while (out.toString().isBlank()) {
                assertThat(thread.isAlive()).as(err.toString()).isTrue();
                thread.join(POLL_MILLISECONDS);
            }
            address =
                    (String) Json.parseObject(out.toString(), "standard output").get("address");
        }

        String error() {
            return err.toString();
        }

        Map<String, Object> get(String path) throws IOException, InterruptedException {
            return Json.parseObject(page(path), path);
        }

        String page(String path) throws IOException, InterruptedException {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address + path)).build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        }

        @Override
        public void close() {
            thread.interrupt();
            boolean stopped = false;
            try {
                stopped = thread.join(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertThat(stopped).as("the server stops").isTrue();
        }
    }
}
