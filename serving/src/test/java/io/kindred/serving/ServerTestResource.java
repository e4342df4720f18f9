package io.kindred.serving;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.online.FeatureTables;
import io.kindred.serving.database.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A fresh home with an item table and pictures, and a PostgreSQL of its own, for the server under test. */
public final class ServerTestResource implements QuarkusTestResourceLifecycleManager {
    private Path home;
    private EmbeddedPostgres database;

    @Override
    public Map<String, String> start() {
        try {
            home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
            fill(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = EmbeddedPostgres.start(home.resolve("db"));
        return Map.of(
                "quarkus.http.test-port", "0",
                "quarkus.log.level", "WARN",
                "kindred.home", home.toString(),
                "kindred.artifacts.max-upload-bytes", "1000000",
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Titles, genres, years and pictures of i0 to i2; nothing is known of the other items. */
    static void fill(Path home) throws IOException {
        Path posters = Files.createDirectories(home.resolve("online/posters"));
        Vocabulary ids = Vocabulary.of(List.of("i2", "i1", "i0", "a/b"));
        FeatureTable table = new FeatureTable(
                ids,
                List.of(
                        new FeatureColumn.Text("title", new String[] {"Two", "One", "Zero", "Slash"}),
                        new FeatureColumn.Categories(
                                "genres",
                                Vocabulary.of(List.of("Drama", "Comedy")),
                                new int[] {0, 1, 3, 3, 3},
                                new int[] {0, 0, 1},
                                false),
                        new FeatureColumn.Numbers("release_year", new double[] {2002, 2001, Double.NaN, 1999}),
                        new FeatureColumn.Text("poster", new String[] {null, "one.png", "../../token", null})));
        FeatureTables.write(home.resolve("online/items.arrow"), table);
        Files.writeString(
                home.resolve("online/dataset.json"), "{\"name\":\"Tiny films\",\"simulated\":true,\"seed\":1}");
        Files.writeString(posters.resolve("i2.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.write(posters.resolve("one.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        Files.createSymbolicLink(posters.resolve("i3.svg"), Path.of("../dataset.json"));
    }
}
