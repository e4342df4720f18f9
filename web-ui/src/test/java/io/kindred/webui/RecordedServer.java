package io.kindred.webui;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test fixture: the page's static files, and recorded answers of the REST API (invented films in {@code recorded/}),
 * over real HTTP. An answer can be replaced, and every API call is noted.
 */
final class RecordedServer implements AutoCloseable {
    static final String TOKEN = "right-token";

    private static final Pattern MODEL = Pattern.compile("\"model\"\\s*:\\s*\"([^\"]+)\"");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> replaced = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    record Answer(int status, String type, String body) {}

    record Call(String route, String query, String authorization, String body) {}

    RecordedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Replaces the answer to a route such as {@code "GET /v1/models"}. */
    void answer(String route, String json) {
        replaced.put(route, new Answer(200, "application/json", json));
    }

    void fail(String route, int status, String title, String detail) {
        String body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(title, status, detail);
        replaced.put(route, new Answer(status, "application/problem+json", body));
    }

    List<Call> calls(String route) {
        return calls.stream().filter(call -> call.route().equals(route)).toList();
    }

    static String recorded(String name) {
        return PageSecurity.text("/recorded/" + name + ".json");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            if (uri.getPath().startsWith("/v1/")) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                String route = exchange.getRequestMethod() + " " + uri.getPath();
                String authorization = exchange.getRequestHeaders().getFirst("Authorization");
                Call call = new Call(route, uri.getQuery(), authorization, body);
                calls.add(call);
                send(exchange, replaced.containsKey(route) ? replaced.get(route) : api(call));
            } else {
                sendFile(exchange, uri.getPath().equals("/") ? "/index.html" : uri.getPath());
            }
        }
    }

    private static Answer api(Call call) {
        String route = call.route();
        return switch (route) {
            case "GET /v1/status" -> json("status");
            case "GET /v1/models" -> json("models");
            case "GET /v1/evaluations" -> json("evaluations");
            case "GET /v1/users" -> json("users");
            case "POST /v1/recommendations" -> json("recommendations-" + modelIn(call.body()));
            default -> {
                if (route.startsWith("GET /v1/users/")) {
                    yield json("user-17");
                }
                if (route.endsWith("/poster")) {
                    yield new Answer(200, "image/svg+xml", DrawnPoster.of(route));
                }
                if (route.endsWith("/similar")) {
                    yield json("similar");
                }
                yield route.startsWith("POST /v1/models/") ? change(call) : problem(404, "Not found", route);
            }
        };
    }

    private static Answer change(Call call) {
        return ("Bearer " + TOKEN).equals(call.authorization())
                ? new Answer(200, "application/json", "{}")
                : problem(401, "Not allowed", "the admin token is missing or wrong");
    }

    private static String modelIn(String body) {
        Matcher matcher = MODEL.matcher(body);
        return matcher.find() ? matcher.group(1) : "als@3";
    }

    private static Answer json(String name) {
        return new Answer(200, "application/json", recorded(name));
    }

    private static Answer problem(int status, String title, String detail) {
        return new Answer(
                status,
                "application/problem+json",
                "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(title, status, detail));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sendFile(HttpExchange exchange, String path) throws IOException {
        try (InputStream in = RecordedServer.class.getResourceAsStream("/META-INF/resources" + path)) {
            if (in == null || path.contains("..")) {
                send(exchange, problem(404, "Not found", path));
                return;
            }
            byte[] bytes = in.readAllBytes();
            String extension = path.substring(path.lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(extension, "text/plain"));
            exchange.getResponseHeaders().set("Content-Security-Policy", PageSecurity.policy());
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
