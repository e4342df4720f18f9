package io.kindred.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindred.core.online.Event;
import io.kindred.core.online.EventLog;
import io.kindred.serving.ServerTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventApiTest extends ServerTest {
    private final String user = "user-" + UUID.randomUUID();

    @BeforeEach
    void aLiveModel() {
        liveSimilarity("films", System.nanoTime());
    }

    @Test
    void acceptedEventsAreInTheLogWhenTheAnswerComes() {
        String id = UUID.randomUUID().toString();

        JsonNode answer = send(event(id, "i0", "rating", ",\"time\":1700000000,\"value\":4.5"));

        assertThat(answer.toString()).isEqualTo("{\"accepted\":1,\"duplicates\":0}");
        List<Event> logged = new ArrayList<>();
        EventLog.replay(home.events(), logged::add);
        assertThat(logged).contains(new Event(id, user, "i0", "rating", 1_700_000_000L, 4.5));
    }

    @Test
    void anEventSentTwiceCountsOnce() {
        String first = event("once-" + user, "i0", "view", "");
        String second = event("twice-" + user, "i1", "view", "");

        assertThat(send(first).toString()).isEqualTo("{\"accepted\":1,\"duplicates\":0}");
        assertThat(send(first + "," + second + "," + second).toString()).isEqualTo("{\"accepted\":1,\"duplicates\":2}");
    }

    @Test
    void aNewUsersEventsAreFoldedInAndSeen() {
        assertThat(strategy()).isEqualTo("fallback");

        send(event("a-" + user, "i0", "view", ""));

        JsonNode answer = recommend();
        assertThat(answer.path("strategy").asText()).isEqualTo("fold-in");
        assertThat(texts(answer.path("items"), "id")).startsWith("i3", "i2").doesNotContain("i0");
    }

    @Test
    void anImpressionIsNoHistory() {
        send(event("shown-" + user, "i0", "impression", ""));

        assertThat(strategy()).isEqualTo("fallback");
        assertThat(texts(recommend().path("items"), "id")).contains("i0");
    }

    @Test
    void historyShowsEventsNewestFirst() {
        send(event("h1-" + user, "i2", "view", ",\"time\":200") + ","
                + event("h2-" + user, "i1", "view", ",\"time\":100") + ","
                + event("h3-" + user, "unheard-of", "view", ",\"time\":300"));

        JsonNode view = anyone.get("/v1/users/" + user).body();

        assertThat(view.path("known").asBoolean()).isFalse();
        assertThat(texts(view.path("history"), "id")).containsExactly("unheard-of", "i2", "i1");
        assertThat(texts(anyone.get("/v1/users?q=" + user).body().path("users"), "interactions"))
                .containsExactly("3");
    }

    @Test
    void aKnownUsersNewEventsComeOnTopOfWhatTrainingRemembers() {
        send(("{\"id\":\"bob-" + user + "\",\"user\":\"bob\",\"item\":\"i2\",\"type\":\"view\"}"));

        JsonNode answer = anyone.get("/v1/users/bob/recommendations?k=6").body();

        assertThat(answer.path("strategy").asText()).isEqualTo("fold-in");
        assertThat(texts(answer.path("items"), "id")).startsWith("i4").doesNotContain("i1", "i2");
    }

    private JsonNode send(String events) {
        return admin.post("/v1/events", "{\"events\":[" + events + "]}").body();
    }

    private JsonNode recommend() {
        return anyone.get("/v1/users/" + user + "/recommendations?k=6").body();
    }

    private String strategy() {
        return recommend().path("strategy").asText();
    }

    private String event(String id, String item, String type, String more) {
        return "{\"id\":\"" + id + "\",\"user\":\"" + user + "\",\"item\":\"" + item + "\",\"type\":\"" + type + "\""
                + more + "}";
    }
}
