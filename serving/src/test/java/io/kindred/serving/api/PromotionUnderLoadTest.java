package io.kindred.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindred.serving.ApiClient;
import io.kindred.serving.ServerTest;
import io.kindred.serving.TinyModels;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Two versions whose items have different names are promoted in turn while clients ask: every answer must be whole, with the
 * items of the version it names.
 */
@QuarkusTest
class PromotionUnderLoadTest extends ServerTest {
    private static final int SWAPS = 200;
    private static final int CLIENTS = 6;

    @Test
    void noAnswerFailsOrIsMixedWhileModelsAreSwapped() throws Exception {
        publish("hammered", TinyModels.popularity(freshFolder(), "one-", 1));
        publish("hammered", TinyModels.popularity(freshFolder(), "two-", 2));
        promote("hammered", 1);
        AtomicBoolean done = new AtomicBoolean();
        List<int[]> counts = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<int[]>> running = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                String path = c % 2 == 0
                        ? "/v1/users/ann/recommendations?k=4"
                        : "/v1/users/nobody/recommendations?k=4&model=hammered";
                running.add(clients.submit(() -> askUntil(done, path)));
            }
            for (int swap = 0; swap < SWAPS; swap++) {
                promote("hammered", 2 - swap % 2);
            }
            done.set(true);
            for (Future<int[]> each : running) {
                counts.add(each.get());
            }
        }
        assertThat(counts)
                .allSatisfy(
                        count -> assertThat(count[0]).as("answers by version 1").isPositive());
        assertThat(counts)
                .allSatisfy(
                        count -> assertThat(count[1]).as("answers by version 2").isPositive());
    }

    /** How many answers each version gave. */
    private int[] askUntil(AtomicBoolean done, String path) {
        int[] answers = new int[2];
        while (!done.get()) {
            ApiClient.Answer answer = anyone.get(path);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            JsonNode body = answer.body();
            int version = body.at("/model/version").asInt();
            String prefix = version == 1 ? "one-" : "two-";
            List<String> items = texts(body.path("items"), "id");
            assertThat(items).as(answer.text()).hasSize(4).allMatch(item -> item.startsWith(prefix));
            answers[version - 1]++;
        }
        return answers;
    }
}
