package io.kindred.cli.server;

import io.kindred.core.KindredException;
import io.kindred.core.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The administrator's REST calls to a running server. Thread-safe. */
public final class ServerClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final URI base;
    private final Path tokenFile;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /**
     * @param base the server's address, as in {@code http://127.0.0.1:8080}
     * @param tokenFile holds the administrator's token
     */
    public ServerClient(URI base, Path tokenFile) {
        this.base = base;
        this.tokenFile = tokenFile;
    }

    /** Publishes an artifact that lies in the server's artifact folder; returns what the server says of the version. */
    public Map<String, Object> publish(String name, Path artifact) throws InterruptedException {
        String body = Json.writeCompact(Map.of("path", artifact.toAbsolutePath().toString()));
        return post("/v1/models/" + encode(name) + "/versions", body);
    }

    public Map<String, Object> promote(String name, long version) throws InterruptedException {
        return post("/v1/models/" + encode(name) + "/versions/" + version + "/promote", "{}");
    }

    public Map<String, Object> rollback() throws InterruptedException {
        return post("/v1/models/rollback", "{}");
    }

    /** Records an evaluation for the leaderboard. */
    public Map<String, Object> recordEvaluation(Map<String, Object> evaluation) throws InterruptedException {
        return post("/v1/evaluations", Json.writeCompact(evaluation));
    }

    /** Whether the server answers and is ready. */
    public boolean ready() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/q/health/ready"))
                    .timeout(CONNECT)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private Map<String, Object> post(String path, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() / 100 == 2) {
                return response.body().isBlank() ? Map.of() : Json.parseObject(response.body(), "the server's answer");
            }
            throw new KindredException(
                    "the server at " + base + " answered " + response.statusCode() + ": " + problem(response.body()));
        } catch (ConnectException | HttpTimeoutException e) {
            throw new KindredException(
                    "no server answers at " + base + "; start one with 'kindred serve', or name another with --server",
                    e);
        } catch (IOException e) {
            throw new KindredException("the connection to the server at " + base + " broke: " + e.getMessage(), e);
        }
    }

    /** The detail of a problem document, or the beginning of whatever came instead. */
    private static String problem(String body) {
        try {
            Map<String, Object> problem = new LinkedHashMap<>(Json.parseObject(body, "problem"));
            Object detail = problem.get("detail");
            return String.valueOf(detail != null ? detail : problem.get("title"));
        } catch (KindredException e) {
            return body.isBlank() ? "(no explanation)" : body.substring(0, Math.min(200, body.length()));
        }
    }

    private String token() {
        try {
            return Files.readString(tokenFile).strip();
        } catch (NoSuchFileException e) {
            throw new KindredException(
                    "there is no token at " + tokenFile + "; the server writes it at its first start ('kindred serve')",
                    e);
        } catch (IOException e) {
            throw new KindredException("the token at " + tokenFile + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
