package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kindred.core.KindredException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleWriterTest {
    private static final SampleParameters TINY = SampleParameters.defaults().withSize(60, 80, 60);
    /** Changes only together with {@link SampleNotes#GENERATOR_VERSION}. */
    private static final String TINY_SHA256 = "0b0ca935a9f797155f6e45876b5b88c126829d7e9546be4a101f0986dbb4be89";

    @TempDir
    private Path folder;

    private static String sha256(Path root) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(
                        root.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Path write(SampleParameters parameters, String name) {
        Path target = folder.resolve(name);
        SampleWriter.write(FilmCatalogueSimulator.simulate(parameters), target);
        return target;
    }

    @Test
    void equalParametersGiveEqualBytesHereAndEverywhere() throws Exception {
        String first = sha256(write(TINY, "first"));

        assertThat(sha256(write(TINY, "second"))).isEqualTo(first);
        assertThat(sha256(write(TINY.withSeed(43), "other"))).isNotEqualTo(first);
        // taken from a run on Linux x86-64, Temurin 25; it must be the same on every machine
        assertThat(first).isEqualTo(TINY_SHA256);
    }

    @Test
    void tablesHaveTypedHeadersAndFullRows() throws IOException {
        Path sample = write(TINY, "sample");

        assertThat(header(sample, "inter"))
                .isEqualTo("user_id:token\titem_id:token\trating:float\ttimestamp:float\tevent_type:token"
                        + "\tsession_id:token\tsource:token");
        assertThat(header(sample, "impressions")).contains("\tpropensity:float\t");
        assertThat(header(sample, "user")).startsWith("user_id:token\tage_group:token");
        assertThat(header(sample, "item")).startsWith("item_id:token\ttitle:token_seq\trelease_year:float");
        for (String table : List.of("inter", "user", "item", "impressions")) {
            List<String> lines = Files.readAllLines(sample.resolve("sample." + table));
            int columns = lines.getFirst().split("\t", -1).length;
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(columns));
        }
        assertThat(Files.readAllLines(sample.resolve("sample.user"))).hasSize(61);
        assertThat(Files.readAllLines(sample.resolve("sample.item"))).hasSize(81);
    }

    private static String header(Path sample, String table) throws IOException {
        return Files.readAllLines(sample.resolve("sample." + table)).getFirst();
    }

    @Test
    void ratingsStandExactlyOnRateEvents() throws IOException {
        Path sample = write(TINY, "sample");

        List<String> lines = Files.readAllLines(sample.resolve("sample.inter"));
        Set<String> kinds = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            kinds.add(fields[4]);
            assertThat(fields[2].isEmpty()).isEqualTo(fields[4].equals("view"));
        }

        assertThat(kinds).containsExactlyInAnyOrder("view", "rate");
    }

    @Test
    void everyItemHasItsPosterFile() throws IOException {
        Path sample = write(TINY, "sample");

        List<String> lines = Files.readAllLines(sample.resolve("sample.item"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            assertThat(sample.resolve(fields[9]))
                    .content(StandardCharsets.UTF_8)
                    .startsWith("<svg ");
            assertThat(fields[3]).isNotBlank();
        }
    }

    @Test
    void readmeAndMarkerSayThatTheDataAreSimulated() throws IOException {
        Path sample = write(TINY, "sample");

        assertThat(sample.resolve("README.md"))
                .content(StandardCharsets.UTF_8)
                .contains("Simulated data: every film, person and event in this folder is invented.")
                .contains("| seed | 42 |")
                .contains("| users | 60 |");
        Map<String, String> marker = numbersAndFlags(sample.resolve("simulated.json"));
        assertThat(marker)
                .containsEntry("simulated", "true")
                .containsEntry("seed", "42")
                .containsEntry("generatorVersion", "1")
                .containsEntry("exploration", "0.1");
    }

    private static Map<String, String> numbersAndFlags(Path json) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_STRING) {
                    values.put(parser.currentName(), parser.getText());
                }
            }
        }
        return values;
    }

    @Test
    void truthLiesBesideTheData() {
        Path sample = write(TINY, "sample");

        SimulatedTruth truth = StoredTruth.read(sample).truth();

        FilmWorld world = FilmCatalogueSimulator.world(TINY);
        assertThat(truth.clickProbability(7, 9, TINY.start() + 1_000_000))
                .isEqualTo(world.truth().clickProbability(7, 9, TINY.start() + 1_000_000));
    }

    @Test
    void refusesAFolderThatIsNotEmptyAndLeavesItAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "keep");

        assertThatThrownBy(() -> SampleWriter.write(FilmCatalogueSimulator.simulate(TINY), folder))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining(folder + " is not empty; name a new or empty folder");
        assertThat(file).hasContent("keep");
    }

    @Test
    void writesToAnEmptyFolder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        SampleWriter.write(FilmCatalogueSimulator.simulate(TINY), empty);

        assertThat(empty.resolve("sample.inter")).exists();
    }

    @Test
    void refusesAFileInThePlaceOfTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "");

        assertThatThrownBy(() -> SampleWriter.write(FilmCatalogueSimulator.simulate(TINY), file))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining(" is a file; name a new or empty folder");
    }

    @Test
    void whatFailsLeavesNothingBehind() throws IOException {
        SimulatedSample sound = FilmCatalogueSimulator.simulate(TINY);
        Film first = sound.world().films().getFirst();
        // a path that leads nowhere, so that writing its poster fails when the tables are there already
        Film broken = new Film(
                first.index(),
                "no/such/folder",
                first.title(),
                first.releaseYear(),
                first.runtime(),
                first.genres(),
                first.mood(),
                first.director(),
                first.description(),
                first.premiere(),
                first.cold());
        FilmWorld world = new FilmWorld(
                TINY, List.of(broken), sound.world().viewers(), sound.world().truth());
        SimulatedSample sample = new SimulatedSample(world, 0, 0, List.of(), List.of());

        assertThatThrownBy(() -> SampleWriter.write(sample, folder.resolve("target")))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("cannot write the sample to " + folder.resolve("target"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
