package io.kindred.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindred.serving.ApiClient;
import io.kindred.serving.ServerTest;
import io.kindred.serving.TinyModels;
import io.kindred.serving.Zips;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ModelApiTest extends ServerTest {
    private final String name = "m-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "x";

    @Test
    void aPublishedArtifactIsDescribedAndStaged() {
        ApiClient.Answer answer =
                publishPath(TinyModels.similarity(freshFolder(), 1).toString());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(address.resolve("/v1/models/" + name + "/versions/1").toString());
        JsonNode version = anyone.get("/v1/models/" + name + "/versions/1").body();
        assertThat(version).isEqualTo(answer.body());
        assertThat(version.path("stage").asText()).isEqualTo("staged");
        assertThat(version.path("kind").asText()).isEqualTo("item-similarity");
        assertThat(version.path("provider").asText()).isEqualTo("item-knn");
        assertThat(version.path("parameters").toString()).isEqualTo("{\"neighbours\":2}");
        assertThat(version.path("metrics").toString()).isEqualTo("{\"ndcg@10\":0.25}");
        assertThat(version.path("capabilities").toString())
                .isEqualTo("[\"explains\",\"fold-in\",\"similar-items\",\"user-item-scorer\"]");
        assertThat(version.path("snapshot").asText()).isEqualTo("snapshot-1");
        assertThat(version.path("users").asInt()).isEqualTo(3);
        assertThat(version.path("items").asInt()).isEqualTo(6);
        assertThat(version.path("sha256").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void aPathMayBeRelativeToTheArtifactsFolder() {
        Path artifact = TinyModels.similarity(freshFolder(), 1);

        assertThat(publishPath(artifact.getFileName().toString()).status()).isEqualTo(201);
    }

    @Test
    void theSameArtifactIsTheSameVersion() {
        Path artifact = TinyModels.similarity(freshFolder(), 1);
        publishPath(artifact.toString());

        ApiClient.Answer again = publishPath(artifact.toString());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("version").asInt()).isEqualTo(1);
        assertThat(publish(name, TinyModels.similarity(freshFolder(), 2))).isEqualTo(2);
    }

    @Test
    void anUploadIsPublishedLikeAPath(@TempDir Path folder) throws IOException {
        byte[] zip = Zips.of(TinyModels.similarity(folder.resolve("artifact"), 1), "artifact/");

        ApiClient.Answer answer = upload(zip);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.body().path("provider").asText()).isEqualTo("item-knn");
    }

    @Test
    void promotionAndRollbackMoveTheStages() {
        publish(name, TinyModels.similarity(freshFolder(), 1));
        publish(name, TinyModels.similarity(freshFolder(), 2));
        publish(name, TinyModels.similarity(freshFolder(), 3));
        promote(name, 1);
        promote(name, 2);
        promote(name, 2);
        assertThat(stages()).containsExactly("staged", "live", "retired");

        ApiClient.Answer back = admin.post("/v1/models/rollback", "");

        assertThat(back.body().toString()).isEqualTo("{\"live\":{\"name\":\"" + name + "\",\"version\":1}}");
        assertThat(stages()).containsExactly("staged", "retired", "live");
        assertThat(anyone.get("/v1/models").body().path("live").toString())
                .isEqualTo("{\"name\":\"" + name + "\",\"version\":1}");
        assertThat(anyone.get("/v1/status").body().path("live").toString())
                .isEqualTo("{\"name\":\"" + name + "\",\"version\":1}");
    }

    @Test
    void rollingBackBeyondTheFirstIsAConflict() {
        liveSimilarity(name, 1);
        ApiClient.Answer answer = admin.post("/v1/models/rollback", "");
        for (int i = 0; i < 10_000 && answer.status() == 200; i++) {
            answer = admin.post("/v1/models/rollback", "");
        }

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("nothing-to-roll-back");
    }

    @Test
    void anUnknownVersionIsAProblem() {
        publish(name, TinyModels.similarity(freshFolder(), 1));

        ApiClient.Answer answer = admin.post("/v1/models/" + name + "/versions/7/promote", "{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("detail").asText())
                .isEqualTo("the model '" + name + "' has no version 7; its newest is 1");
    }

    @Test
    void aPathOutsideTheArtifactsFolderIsRefused(@TempDir Path elsewhere) throws IOException {
        Path artifact = TinyModels.similarity(elsewhere.resolve("artifact"), 1);
        Path link = Files.createSymbolicLink(freshFolder(), artifact);
        Path parentLink = Files.createSymbolicLink(freshFolder(), elsewhere);

        for (String path : new String[] {
            artifact.toString(),
            "../models",
            home.artifacts() + "/../models",
            link.toString(),
            parentLink + "/artifact",
            home.artifacts().toString()
        }) {
            ApiClient.Answer answer = publishPath(path);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("path-refused");
        }
        assertThat(anyone.get("/v1/models/" + name).status()).isEqualTo(404);
    }

    @Test
    void aDamagedArtifactIsRefusedAndLeavesNothing() throws IOException {
        Path artifact = TinyModels.similarity(freshFolder(), 1);
        Path users = artifact.resolve("users.arrow");
        byte[] bytes = Files.readAllBytes(users);
        Files.write(users, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused(publishPath(artifact.toString()), "users.arrow is damaged: it has");

        bytes[bytes.length / 2] ^= 1;
        Files.write(users, bytes);
        assertRefused(publishPath(artifact.toString()), "users.arrow is damaged: its sha256 is");

        Files.delete(users);
        assertRefused(publishPath(artifact.toString()), "users.arrow is missing");

        Files.delete(artifact.resolve("manifest.json"));
        assertRefused(publishPath(artifact.toString()), "it has no manifest.json");
        assertRefused(publishPath("no-such-artifact"), "there is no artifact at 'no-such-artifact'");
        assertThat(anyone.get("/v1/models/" + name).status()).isEqualTo(404);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aFileThatIsALinkIsRefused() throws IOException {
        Path artifact = TinyModels.similarity(freshFolder(), 1);
        Path users = artifact.resolve("users.arrow");
        Path moved = Files.move(users, freshFolder());
        Files.createSymbolicLink(users, moved);

        assertRefused(publishPath(artifact.toString()), "users.arrow is missing or is not a plain file");
    }

    @Test
    void aBadArchiveIsRefusedAndLeavesNothing(@TempDir Path folder) throws IOException {
        byte[] good = Zips.of(TinyModels.similarity(folder.resolve("artifact"), 1), "");
        assertRefused(upload(new byte[] {1, 2, 3}), "the body is not a ZIP archive, or it is empty");
        assertRefused(upload(java.util.Arrays.copyOf(good, good.length / 2)), "");
        assertRefused(upload(Zips.of("../manifest.json", new byte[1])), "which cannot belong to an artifact");
        assertRefused(upload(Zips.of("a/b/manifest.json", new byte[1])), "which cannot belong to an artifact");
        assertRefused(upload(Zips.of("run.sh", new byte[1])), "the archive has the file 'run.sh'");
        assertRefused(upload(Zips.of("manifest.json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))), "");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsStopped() throws IOException {
        byte[] bomb = Zips.of("manifest.json", new byte[5_000_000]);
        assertThat(bomb.length).isLessThan(100_000);

        ApiClient.Answer answer = upload(bomb);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().path("detail").asText()).isEqualTo("the archive has more than 1000000 bytes unpacked");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void anUploadThatIsTooLargeIsStopped() {
        ApiClient.Answer answer = upload(new byte[1_000_001]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void aModelThatCannotBeOpenedIsNotPromotedAndTheOldOneStays() throws IOException {
        liveSimilarity(name, 1);
        publish(name, TinyModels.similarity(freshFolder(), 2));
        Path users = home.models().resolve(name).resolve("2").resolve("users.arrow");
        Files.write(users, new byte[] {0}, StandardOpenOption.APPEND);

        ApiClient.Answer answer = admin.post("/v1/models/" + name + "/versions/2/promote", "{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(anyone.get("/v1/users/ann/recommendations")
                        .body()
                        .at("/model/version")
                        .asInt())
                .isEqualTo(1);
        assertThat(stages()).containsExactly("staged", "live");
    }

    private ApiClient.Answer publishPath(String path) {
        return admin.post("/v1/models/" + name + "/versions", "{\"path\":\"" + path + "\"}");
    }

    private ApiClient.Answer upload(byte[] zip) {
        return admin.post(
                "/v1/models/" + name + "/versions", "application/zip", HttpRequest.BodyPublishers.ofByteArray(zip));
    }

    private static void assertRefused(ApiClient.Answer answer, String detail) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-artifact");
        assertThat(answer.body().path("detail").asText()).contains(detail).doesNotContain(".incoming");
    }

    private java.util.List<String> stages() {
        return texts(anyone.get("/v1/models/" + name).body().path("versions"), "stage");
    }

    private java.util.List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(home.models())) {
            return files.filter(f -> f.getFileName().toString().startsWith(".")).toList();
        }
    }
}
