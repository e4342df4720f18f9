package io.kindred.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindred.serving.ApiClient;
import io.kindred.serving.ServerTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest extends ServerTest {
    @Test
    void healthSaysWhatIsReadyAndWhichModelIsLive() {
        int version = liveSimilarity("films", System.nanoTime());

        ApiClient.Answer answer = anyone.get("/q/health/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("UP");
        assertThat(texts(answer.body().path("checks"), "name"))
                .contains("Kindred", "Database connections health check");
        assertThat(answer.text()).contains("\"live\": \"films@" + version + "\"");
        assertThat(anyone.get("/q/health/live").status()).isEqualTo(200);
    }

    @Test
    void metricsCountRequestsRecommendationsEventsAndSwaps() {
        int version = liveSimilarity("counted-films", System.nanoTime());
        anyone.get("/v1/users/ann/recommendations");
        anyone.get("/v1/users/nobody/recommendations");
        admin.post(
                "/v1/events",
                "{\"events\":[{\"id\":\"" + UUID.randomUUID()
                        + "\",\"user\":\"m\",\"item\":\"i0\",\"type\":\"view\"}]}");

        String metrics = anyone.get("/q/metrics").text();

        String model = "model=\"counted-films@" + version + "\"";
        assertThat(metrics)
                .containsPattern("kindred_recommendations_total\\{" + model + ",strategy=\"known-user\"\\} 1\\.0")
                .containsPattern("kindred_recommendations_total\\{" + model + ",strategy=\"fallback\"\\} 1\\.0")
                .containsPattern("kindred_events_total\\{result=\"accepted\"\\} [1-9]")
                .containsPattern("kindred_model_swaps_total [1-9]")
                .contains("http_server_requests_seconds_count");
    }

    @Test
    void statusNamesTheDataAndFillsInItsSizeFromTheModel() {
        liveSimilarity("films", System.nanoTime());

        JsonNode status = anyone.get("/v1/status").body();

        assertThat(status.path("dataset").toString())
                .isEqualTo("{\"name\":\"Tiny films\",\"simulated\":true,\"users\":3,\"items\":6}");
        assertThat(status.path("version").asText()).isNotBlank();
        assertThat(status.path("uptimeSeconds").asDouble()).isPositive();
    }

    @Test
    void anEvaluationComesBackAsItWasGivenAndIsKeptOnce() {
        String id = UUID.randomUUID().toString();
        String row = "{\"id\":\"" + id + "\",\"model\":\"als\",\"version\":3,\"protocol\":\"temporal\","
                + "\"metrics\":{\"ndcg@10\":0.25,\"recall@10\":0.5},\"intervals\":{\"ndcg@10\":[0.2,0.3]},\"users\":943,"
                + "\"dataset\":\"Tiny films\",\"created\":\"2999-01-02T03:04:05Z\",\"trainSeconds\":1.5,"
                + "\"evaluateSeconds\":0.5}";

        assertThat(admin.post("/v1/evaluations", row).status()).isEqualTo(201);
        assertThat(admin.post("/v1/evaluations", row).status()).isEqualTo(200);

        JsonNode rows = anyone.get("/v1/evaluations").body().path("evaluations");
        assertThat(texts(rows, "id")).containsOnlyOnce(id);
        assertThat(rows.get(0).toString()).isEqualTo(row);
    }

    @Test
    void anEvaluationMayLeaveOutWhatIsNotKnown() {
        ApiClient.Answer answer = admin.post(
                "/v1/evaluations", "{\"model\":\"item-knn\",\"protocol\":\"temporal\",\"metrics\":{\"ndcg@10\":0.1}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("id").asText()).hasSize(36);
        assertThat(answer.body().path("intervals").toString()).isEqualTo("{}");
    }
}
