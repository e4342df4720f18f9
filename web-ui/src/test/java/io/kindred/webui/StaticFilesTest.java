package io.kindred.webui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said about the page's files without a browser. */
class StaticFilesTest {
    private static final Pattern MAPPING = Pattern.compile("\"([^\"]+)\":\\s*\"\\./([^\"]+)\"");
    /** {@code import x from "y"}, {@code export * from "y"}, {@code import "y"}, {@code import("y")}. */
    private static final Pattern IMPORT = Pattern.compile(
            "(?:^|[;\\s}*])(?:import|export)\\s*(?:[\\w\\s{},*$]+?\\s*from\\s*)?\\(?[\"']([^\"'\\s]+)[\"']");

    private static final String HTML = PageSecurity.text("/META-INF/resources/index.html");

    @Test
    void everyImportLeadsToAShippedFile() throws IOException {
        Set<String> reached = reachable("ui/app.js");

        assertThat(reached)
                .allSatisfy(path -> assertThat(resource(path)).as(path).exists());
        assertThat(reached).contains("ui/vendor/lit-html/lit-html.js", "ui/vendor/echarts/dist/echarts.esm.min.js");
    }

    @Test
    void everyOwnModuleIsUsed() throws IOException {
        assertThat(reachable("ui/app.js")).containsAll(ownFiles(".js"));
    }

    @Test
    void nothingPointsToAnotherServerOrBypassesEscaping() throws IOException {
        for (String file : Stream.concat(ownFiles(".js").stream(), ownFiles(".css").stream())
                .toList()) {
            String text = Files.readString(resource(file));
            assertThat(text).as(file).doesNotContain("://", "unsafeHTML", "unsafeSVG", "innerHTML", "eval(", "@import");
        }
        assertThat(HTML).doesNotContain("://", "onclick", "style=");
    }

    @Test
    void foreignFilesCarryTheirLicences() {
        assertThat(List.of("lit", "lit-html", "lit-element", "reactive-element", "echarts"))
                .allSatisfy(name ->
                        assertThat(resource("ui/vendor/" + name + "/LICENSE")).isNotEmptyFile());
    }

    private static Set<String> reachable(String start) throws IOException {
        Map<String, String> mappings = new TreeMap<>();
        MAPPING.matcher(PageSecurity.importMap())
                .results()
                .forEach(found -> mappings.put(found.group(1), found.group(2)));
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String path = open.pop();
            if (!seen.add(path) || path.contains("/echarts/")) {
                continue;
            }
            for (MatchResult found :
                    IMPORT.matcher(Files.readString(resource(path))).results().toList()) {
                open.push(resolve(path, found.group(1), mappings));
            }
        }
        return seen;
    }

    private static String resolve(String importer, String name, Map<String, String> mappings) {
        if (name.startsWith(".")) {
            return URI.create(importer).resolve(name).getPath();
        }
        if (mappings.containsKey(name)) {
            return mappings.get(name);
        }
        String folder = mappings.keySet().stream()
                .filter(key -> key.endsWith("/") && name.startsWith(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(importer + " imports '" + name + "', which the map lacks"));
        return mappings.get(folder) + name.substring(folder.length());
    }

    private static Set<String> ownFiles(String extension) throws IOException {
        Path folder = resource("ui");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> "ui/" + file.getFileName())
                    .filter(name -> name.endsWith(extension))
                    .collect(Collectors.toSet());
        }
    }

    private static Path resource(String path) {
        try {
            var url = StaticFilesTest.class.getResource("/META-INF/resources/" + path);
            return url == null ? Path.of("missing", path) : Path.of(url.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
