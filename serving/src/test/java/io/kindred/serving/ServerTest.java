package io.kindred.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindred.serving.config.KindredHome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of a running server share: clients with and without the token, and ways to publish tiny models. */
@QuarkusTestResource(ServerTestResource.class)
public abstract class ServerTest {
    @TestHTTPResource("/")
    protected URI address;

    @Inject
    protected KindredHome home;

    protected ApiClient anyone;
    protected ApiClient admin;

    @BeforeEach
    void connect() throws IOException {
        anyone = new ApiClient(address, null);
        admin = new ApiClient(address, Files.readString(home.token()).strip());
    }

    /** Publishes the item-similarity model, which is a new version with each seed, and makes it live. */
    protected int liveSimilarity(String name, long seed) {
        int version = publish(name, TinyModels.similarity(freshFolder(), seed));
        promote(name, version);
        return version;
    }

    protected int publish(String name, Path artifact) {
        ApiClient.Answer answer = admin.post("/v1/models/" + name + "/versions", "{\"path\":\"" + artifact + "\"}");
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer.body().path("version").asInt();
    }

    protected void promote(String name, int version) {
        ApiClient.Answer answer = admin.post("/v1/models/" + name + "/versions/" + version + "/promote", "{}");
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
    }

    /** A folder inside the one artifacts may be published from; it does not exist yet. */
    protected Path freshFolder() {
        try {
            return Files.createDirectories(home.artifacts()).toRealPath().resolve("a-" + UUID.randomUUID());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts under a field of the elements of a list. */
    protected static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }
}
