package io.kindred.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server as a process of its own, in its own home, with its embedded database. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerIT {
    @TempDir
    Path folder;

    @Test
    void everythingAcknowledgedSurvivesAKillAndTheDatabaseEndsWithTheServer() throws Exception {
        Path home = folder.resolve("home");
        String row;
        try (ServerProcess server = ServerProcess.start(home)) {
            ApiClient admin = server.admin();
            for (long seed = 1; seed <= 2; seed++) {
                Path artifact = TinyModels.similarity(home.resolve("artifacts/a-" + seed), seed);
                assertThat(admin.post("/v1/models/films/versions", "{\"path\":\"" + artifact + "\"}")
                                .status())
                        .isEqualTo(201);
                assertThat(admin.post("/v1/models/films/versions/" + seed + "/promote", "")
                                .status())
                        .isEqualTo(200);
            }
            row = admin.post(
                            "/v1/evaluations",
                            "{\"model\":\"films\",\"version\":2,\"protocol\":\"temporal\",\"metrics\":{\"ndcg@10\":0.5}}")
                    .text();
            assertThat(send(admin).toString()).isEqualTo("{\"accepted\":1,\"duplicates\":0}");
            server.kill();
        }

        try (ServerProcess server = ServerProcess.start(home)) {
            ApiClient admin = server.admin();
            JsonNode status = admin.get("/v1/status").body();
            assertThat(status.path("live").toString()).isEqualTo("{\"name\":\"films\",\"version\":2}");
            assertThat(status.path("events").asInt()).isEqualTo(1);
            assertThat(send(admin).toString()).isEqualTo("{\"accepted\":0,\"duplicates\":1}");
            assertThat(admin.get("/v1/users/new/recommendations")
                            .body()
                            .path("strategy")
                            .asText())
                    .isEqualTo("fold-in");
            assertThat(admin.get("/v1/evaluations").body().at("/evaluations/0")).hasToString(row);
            assertThat(admin.post("/v1/models/rollback", "")
                            .body()
                            .at("/live/version")
                            .asInt())
                    .isEqualTo(1);

            ServerProcess.Ended second = ServerProcess.fail(home, List.of());
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.lines())
                    .singleElement()
                    .asString()
                    .startsWith("kindred: another Kindred server (process " + server.pid() + ") uses " + home);

            ServerProcess.Ended other =
                    ServerProcess.fail(folder.resolve("other"), List.of("-Dquarkus.http.port=" + server.port()));
            assertThat(other.code()).isEqualTo(1);
            assertThat(other.lines())
                    .singleElement()
                    .asString()
                    .startsWith("kindred: port " + server.port() + " of 127.0.0.1 cannot be used");
            assertThat(folder.resolve("other")).doesNotExist();

            server.terminate();
            assertThat(home.resolve("db/data/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsToldWithoutAStackTrace() throws IOException {
        ServerProcess.Ended ended = ServerProcess.fail(
                folder.resolve("home"), List.of("-Dkindred.jdbc.url=jdbc:postgresql://127.0.0.1:1/none"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines())
                .last()
                .asString()
                .startsWith(
                        "kindred: the server could not start: the database cannot be used: Connection to 127.0.0.1:1"
                                + " refused.");
        assertThat(ended.lines()).noneMatch(line -> line.startsWith("\tat "));
        assertThat(Files.exists(folder.resolve("home/db"))).isFalse();
    }

    private static JsonNode send(ApiClient admin) {
        return admin.post(
                        "/v1/events",
                        "{\"events\":[{\"id\":\"e-1\",\"user\":\"new\",\"item\":\"i0\",\"type\":\"view\"}]}")
                .body();
    }
}
