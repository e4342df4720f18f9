package io.kindred.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindred.serving.ApiClient;
import io.kindred.serving.ServerTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecommendationApiTest extends ServerTest {
    private int version;

    @BeforeEach
    void aLiveModel() {
        version = liveSimilarity("films", System.nanoTime());
    }

    @Test
    void aKnownUserGetsWhatTrainingLearntWithTitlesAndReasons() {
        JsonNode answer = recommend("{\"user\":\"ann\",\"k\":2}");

        assertThat(answer.at("/model/name").asText()).isEqualTo("films");
        assertThat(answer.at("/model/version").asInt()).isEqualTo(version);
        assertThat(answer.path("strategy").asText()).isEqualTo("known-user");
        assertThat(texts(answer.path("items"), "id")).containsExactly("i2", "i3");
        JsonNode first = answer.at("/items/0");
        assertThat(first.path("score").asDouble()).isEqualTo(3.5);
        assertThat(first.path("title").asText()).isEqualTo("Two");
        assertThat(first.path("poster").asText()).isEqualTo("/v1/items/i2/poster");
        assertThat(first.path("features").toString()).isEqualTo("{\"genres\":\"Drama\",\"release_year\":\"2002\"}");
        assertThat(first.path("reasons").toString())
                .isEqualTo("[{\"item\":\"i1\",\"title\":\"One\",\"weight\":2.5},{\"item\":\"i0\",\"title\":\"Zero\","
                        + "\"weight\":1.0}]");
        assertThat(answer.at("/items/1").has("title")).isFalse();
        assertThat(answer.at("/items/1").has("poster")).isFalse();
    }

    @Test
    void anUnknownUserGetsTheFallback() {
        JsonNode answer = recommend("{\"user\":\"nobody\",\"k\":2}");

        assertThat(answer.path("strategy").asText()).isEqualTo("fallback");
        assertThat(texts(answer.path("items"), "id")).containsExactly("i1", "i0");
    }

    @Test
    void aHistoryIsFoldedInAndNotRecommendedAgain() {
        JsonNode answer = recommend("{\"user\":\"nobody\",\"history\":[\"i0\"],\"k\":6}");

        assertThat(answer.path("strategy").asText()).isEqualTo("fold-in");
        assertThat(texts(answer.path("items"), "id")).containsExactly("i3", "i2", "i1", "i4", "i5");
    }

    @Test
    void candidatesExclusionsAndSeenItemsAreHonoured() {
        assertThat(ids("{\"user\":\"ann\",\"candidates\":[\"i5\",\"i3\",\"no-such\"]}"))
                .containsExactly("i3", "i5");
        assertThat(ids("{\"user\":\"ann\",\"k\":1,\"exclude\":[\"i2\"]}")).containsExactly("i3");
        assertThat(ids("{\"user\":\"ann\"}")).doesNotContain("i0", "i1");
        assertThat(ids("{\"user\":\"ann\",\"includeSeen\":true}")).contains("i0", "i1");
    }

    @Test
    void aFilterNeedsOneOfItsValues() {
        assertThat(ids("{\"filter\":{\"genres\":[\"Drama\"]}}")).containsExactly("i1", "i2");
        assertThat(ids("{\"filter\":{\"genres\":[\"Comedy\",\"Western\"],\"release_year\":[\"2001\"]}}"))
                .containsExactly("i1");
        assertThat(ids("{\"filter\":{\"genres\":[\"Western\"]}}")).isEmpty();
    }

    @Test
    void aFilterOnAnUnknownFeatureIsRefused() {
        ApiClient.Answer answer = anyone.post("/v1/recommendations", "{\"filter\":{\"genre\":[\"Drama\"]}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText())
                .isEqualTo("the filter names the item feature 'genre'; available: title, genres, release_year, poster;"
                        + " did you mean 'genres'?");
    }

    @Test
    void theAddressOfAUserGivesTheSameAnswer() {
        String byPost = recommend("{\"user\":\"ann\",\"k\":3}").toString();

        ApiClient.Answer byGet = anyone.get("/v1/users/ann/recommendations?k=3");

        assertThat(byGet.body().toString()).isEqualTo(byPost);
    }

    @Test
    void aModelCanBeNamedWithAndWithoutVersion() {
        int other = liveSimilarity("other-films", System.nanoTime());

        assertThat(recommend("{\"model\":\"films@" + version + "\"}")
                        .at("/model/version")
                        .asInt())
                .isEqualTo(version);
        assertThat(recommend("{\"model\":\"films\"}").at("/model/name").asText())
                .isEqualTo("films");
        assertThat(recommend("{}").at("/model/name").asText()).isEqualTo("other-films");
        assertThat(recommend("{\"model\":\"other-films\"}").at("/model/version").asInt())
                .isEqualTo(other);
    }

    @Test
    void anUnknownModelIsAProblemThatNamesTheNearest() {
        ApiClient.Answer answer = anyone.post("/v1/recommendations", "{\"model\":\"filmz\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("unknown-model");
        assertThat(answer.body().path("detail").asText())
                .startsWith("unknown model 'filmz'")
                .endsWith("did you mean 'films'?");
    }

    @Test
    void similarItemsComeBestFirst() {
        JsonNode answer = anyone.get("/v1/items/i0/similar?k=5").body();

        assertThat(texts(answer.path("items"), "id")).containsExactly("i3", "i2");
        assertThat(answer.at("/items/1/title").asText()).isEqualTo("Two");
    }

    @Test
    void aModelWithoutSimilarItemsSaysSo() {
        int popularity =
                publish("counted", io.kindred.serving.TinyModels.popularity(freshFolder(), "i", System.nanoTime()));

        ApiClient.Answer answer = anyone.get("/v1/items/i0/similar?model=counted@" + popularity);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("not-supported");
    }

    @Test
    void usersAreFoundByTheStartOfTheirId() {
        assertThat(anyone.get("/v1/users?q=a").body().toString())
                .isEqualTo("{\"users\":[{\"id\":\"ann\",\"interactions\":2}]}");
        assertThat(texts(anyone.get("/v1/users?limit=2").body().path("users"), "id"))
                .containsExactly("ann", "bob");
    }

    @Test
    void aUsersHistoryComesNewestFirst() {
        JsonNode user = anyone.get("/v1/users/ann").body();

        assertThat(user.path("known").asBoolean()).isTrue();
        assertThat(texts(user.path("history"), "id")).containsExactly("i1", "i0");
        assertThat(user.at("/history/0/poster").asText()).isEqualTo("/v1/items/i1/poster");
        assertThat(anyone.get("/v1/users/nobody").body().toString())
                .isEqualTo("{\"id\":\"nobody\",\"known\":false,\"history\":[]}");
    }

    @Test
    void anIdMayHaveAnyCharacter() {
        JsonNode item = anyone.get("/v1/items/a%2Fb").body();

        assertThat(item.path("title").asText()).isEqualTo("Slash");
    }

    private JsonNode recommend(String json) {
        ApiClient.Answer answer = anyone.post("/v1/recommendations", json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private java.util.List<String> ids(String json) {
        return texts(recommend(json).path("items"), "id");
    }
}
