package io.kindred.featurestore.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** An import that was run for a test, with its events as text. */
record Imported(ImportResult result, CollectingSink sink) {
    static Imported from(Path path) {
        return run(ImportRequest.of(path));
    }

    static Imported run(ImportRequest request) {
        CollectingSink sink = new CollectingSink();
        try {
            return new Imported(new DataImporter().run(request, sink), sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each event as {@code user item value time}. */
    List<String> events() {
        return sink.events.stream()
                .map(e -> String.format(
                        Locale.ROOT,
                        "%s %s %s %d",
                        result.users().idOf(e.user()),
                        result.items().idOf(e.item()),
                        e.value(),
                        e.time()))
                .toList();
    }

    /** Each event as {@code user item part}. */
    List<String> parts() {
        return sink.events.stream()
                .map(e -> result.users().idOf(e.user()) + " " + result.items().idOf(e.item()) + " "
                        + e.part().label())
                .toList();
    }

    Object itemFeature(String column, String item) {
        return sink.itemFeatures
                .getOrDefault(column, Map.of())
                .get(result.items().indexOf(item));
    }

    Object userFeature(String column, String user) {
        return sink.userFeatures
                .getOrDefault(column, Map.of())
                .get(result.users().indexOf(user));
    }

    FeatureType typeOf(String column) {
        return result.features().stream()
                .filter(feature -> feature.name().equals(column))
                .findFirst()
                .orElseThrow()
                .type();
    }

    FileReport file(int index) {
        return result.report().files().get(index);
    }

    static Path write(Path folder, String name, String... lines) {
        return writeBytes(folder, name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static Path writeBytes(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
