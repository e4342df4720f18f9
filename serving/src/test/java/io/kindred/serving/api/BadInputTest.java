package io.kindred.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.serving.ApiClient;
import io.kindred.serving.ServerTest;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadInputTest extends ServerTest {
    @BeforeEach
    void aLiveModel() {
        if (!anyone.get("/v1/status").body().at("/live/name").asText().equals("films")) {
            liveSimilarity("films", System.nanoTime());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"user\":            | 400 | malformed-json | (line 1, column",
                "not json              | 400 | malformed-json | Unrecognized token 'not'",
                "{} {}                 | 400 | malformed-json | goes on after the end of its JSON",
                "{\"k\":1,\"k\":2}     | 400 | malformed-json | Duplicate field 'k'",
                "[]                    | 400 | invalid-value  | the body must be an object",
                "{\"usr\":\"ann\"}     | 400 | unknown-field  | unknown field 'usr'",
                "{\"k\":\"10\"}        | 400 | invalid-value  | 'k' must be a whole number",
                "{\"k\":1.5}           | 400 | invalid-value  | 'k' must be a whole number",
                "{\"k\":99999999999}   | 400 | malformed-json | out of range",
                "{\"k\":0}             | 400 | validation     | k must be greater than or equal to 1",
                "{\"k\":1001}          | 400 | validation     | k must be less than or equal to 1000",
                "{\"user\":\"\"}       | 400 | validation     | user size must be between 1 and 1024",
                "{\"user\":7}          | 400 | invalid-value  | 'user' must be text",
                "{\"history\":\"i0\"}  | 400 | invalid-value  | 'history' must be a list",
                "{\"history\":[null]}  | 400 | validation     | history[0] must not be null",
                "{\"includeSeen\":1}   | 400 | invalid-value  | 'includeSeen' must be true or false",
                "{\"time\":1700000000000} | 400 | validation  | time must be less than or equal to 32503680000",
                "{\"filter\":{\"genres\":[]}} | 400 | validation | filter[genres] size must be between 1 and 100",
                "{\"filter\":{\"genres\":null}} | 400 | validation | filter[genres] must not be null",
                "{\"features\":{\"age\":null}} | 400 | validation | features[age] must not be null",
                "{\"model\":\"no such model\"} | 404 | unknown-model | names look like 'als' or 'als@3'",
                "{\"model\":\"films@0\"} | 404 | unknown-model | names look like 'als' or 'als@3'",
                "{\"model\":\"films@999999\"} | 404 | unknown-model | has no version 999999",
            })
    void aBadRequestIsAProblemThatSaysWhatIsWrong(String body, int status, String problem, String detail) {
        assertProblem(anyone.post("/v1/recommendations", body), status, problem, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                    | validation    | events must not be null",
                "{\"events\":[]}       | validation    | events size must be between 1 and 1000",
                "{\"events\":[{}]}     | validation    | and 3 more",
                "{\"events\":[{\"id\":\"a\",\"user\":\"u\",\"item\":\"i\",\"type\":\"A b\"}]} | validation | events[0]: the event type is 'A b'",
                "{\"events\":[{\"id\":\"a\",\"user\":\" \",\"item\":\"i\",\"type\":\"view\"}]} | validation | events[0]: the event has no user",
                "{\"events\":[{\"id\":\"a\",\"user\":\"u\",\"item\":\"i\",\"type\":\"view\",\"time\":-1}]} | validation | events[0].time must be greater",
                "{\"events\":[{\"id\":\"a\",\"user\":\"u\",\"item\":\"i\",\"type\":\"view\",\"time\":\"now\"}]} | invalid-value | 'events[0].time' must be a whole number",
                "{\"events\":[{\"id\":\"a\",\"user\":\"u\",\"item\":\"i\",\"type\":\"view\",\"value\":\"high\"}]} | invalid-value | 'events[0].value' must be a number",
                "{\"events\":[{\"id\":\"a\",\"usr\":\"u\"}]} | unknown-field | unknown field 'events[0].usr'",
            })
    void aBadEventIsAProblemAndNothingIsStored(String body, String problem, String detail) {
        long before = anyone.get("/v1/status").body().path("events").asLong();

        assertProblem(admin.post("/v1/events", body), 400, problem, detail);

        assertThat(anyone.get("/v1/status").body().path("events").asLong()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/nothing                           | 404 | not-found     | there is no such address",
                "/nothing.html                         | 404 | not-found     | there is no such address",
                "/q/nothing                            | 404 | not-found     | there is no such address",
                "/v1/users?limit=ten                   | 400 | invalid-value | not a whole number: \"ten\"",
                "/v1/users?limit=0                     | 400 | validation    | limit must be greater than or equal to 1",
                "/v1/users/ann/recommendations?k=1001  | 400 | validation    | k must be less than or equal to 1000",
                "/v1/users/ann/recommendations?model=x | 404 | unknown-model | unknown model 'x'",
                "/v1/models/x                          | 404 | unknown-model | unknown model 'x'",
                "/v1/models/films/versions/x           | 400 | invalid-value | the address has the wrong type",
                "/v1/items/no-such-item                | 404 | unknown-item  | there is no item 'no-such-item'",
                "/v1/items/no-such-item/similar        | 404 | unknown-item  | does not know the item 'no-such-item'",
                "/v1/items/i3/poster                   | 404 | not-found     | there is no picture",
                "/v1/items/..%2F..%2Ftoken/poster      | 404 | not-found     | there is no picture",
                "/v1/recommendations                   | 405 | method-not-allowed | does not take this method",
            })
    void aBadAddressIsAProblem(String path, int status, String problem, String detail) {
        assertProblem(anyone.get(path), status, problem, detail);
    }

    @Test
    void aBodyWithoutOrWithAForeignMediaTypeIsRefused() {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{}");

        assertProblem(
                anyone.post("/v1/recommendations", "text/plain", body), 415, "unsupported-media-type", "Content-Type");
        assertProblem(
                anyone.send(anyone.request("/v1/recommendations").POST(body)),
                415,
                "unsupported-media-type",
                "Content-Type");
    }

    @Test
    void anAnswerInAnotherMediaTypeIsNotToBeHad() {
        assertProblem(
                anyone.send(anyone.request("/v1/status")
                        .header("Accept", "text/csv")
                        .GET()),
                406,
                "not-acceptable",
                "json");
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertProblem(anyone.post("/v1/recommendations", ""), 400, "validation", "body must not be null");
    }

    @Test
    void aLargeBodyIsRefusedWithAndWithoutADeclaredLength() {
        String large = "{\"user\":\"" + "x".repeat(1_100_000) + "\"}";

        assertProblem(anyone.post("/v1/recommendations", large), 413, "body-too-large", "");
        HttpRequest.BodyPublisher chunked =
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(large));
        assertProblem(
                anyone.post("/v1/recommendations", "application/json", chunked),
                413,
                "body-too-large",
                "1048576 bytes");
    }

    @Test
    void aDeepBodyIsRefused() {
        String deep = "{\"features\":{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}}";

        assertProblem(anyone.post("/v1/recommendations", deep), 400, "malformed-json", "nesting depth");
    }

    @Test
    void longListsAreRefused() {
        String ids = IntStream.range(0, 1001).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));

        assertProblem(
                anyone.post("/v1/recommendations", "{\"history\":[" + ids + "]}"),
                400,
                "validation",
                "history size must be between 0 and 1000");
    }

    @Test
    void anEvaluationNeedsAModelAProtocolAndMetrics() {
        ApiClient.Answer answer = admin.post("/v1/evaluations", "{\"model\":\"ALS\",\"metrics\":{\"ndcg@10\":null}}");

        assertProblem(answer, 400, "validation", "and 2 more");
        assertThat(texts(answer.body().path("violations"), "field"))
                .containsExactly("metrics[ndcg@10]", "model", "protocol");
    }

    private static void assertProblem(ApiClient.Answer answer, int status, String problem, String detail) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.problem()).as(answer.text()).isEqualTo(problem);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("title").asText()).isNotBlank();
        assertThat(answer.body().path("detail").asText())
                .contains(detail)
                .doesNotContain("Exception")
                .doesNotContain("io.kindred")
                .doesNotContain("java.");
    }
}
