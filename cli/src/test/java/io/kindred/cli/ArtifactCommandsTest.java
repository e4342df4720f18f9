package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactCommandsTest {
    @TempDir
    Path home;

    private Path artifact;

    @BeforeEach
    void train() {
        artifact = home.resolve("als");
        CliRun run = train("als", artifact);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private CliRun train(String model, Path out) {
        String data = TwoTastes.write(home).toString();
        return CliRun.in(home, "train", "--model", model, "--data", data, "--out", out.toString(), "--json");
    }

    private CliRun recommend(String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "recommend";
        args[1] = "--artifact";
        args[2] = artifact.toString();
        args[3] = "--json";
        System.arraycopy(more, 0, args, 4, more.length);
        return CliRun.in(home, args);
    }

    @Test
    void aStrangerIsAnsweredFromFeatures() {
        List<String> kinds = new ArrayList<>(List.of("item,kind"));
        List<String> groups = new ArrayList<>(List.of("user,group"));
        for (int i = 0; i < 20; i++) {
            kinds.add("a" + i + ",first");
            kinds.add("b" + i + ",second");
        }
        for (int u = 0; u < 60; u++) {
            groups.add("u" + u + "," + (u < 30 ? "left" : "right"));
        }
        Path data = home.resolve("described");
        assertThat(data.toFile().mkdirs()).isTrue();
        TwoTastes.write(data);
        TwoTastes.write(data.resolve("items.csv"), kinds);
        TwoTastes.write(data.resolve("users.csv"), groups);
        artifact = home.resolve("hybrid");
        CliRun trained = CliRun.in(
                home, "train", "--model", "hybrid-mf", "--data", data.toString(), "--out", artifact.toString());
        assertThat(trained.exit()).as(trained.err()).isZero();

        CliRun run = recommend("--feature", "group=right", "-k", "5");

        assertThat(items(run)).hasSize(5).allMatch(id -> id.startsWith("b"));
        assertThat(run.json()).containsEntry("strategy", "cold-start");
        assertThat(recommend("--feature", "group").exit()).isEqualTo(2);
    }

    private static List<String> items(CliRun run) {
        assertThat(run.exit()).as(run.err()).isZero();
        return ((List<?>) run.json().get("items"))
                .stream().map(item -> (String) ((Map<?, ?>) item).get("id")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"popularity", "item-knn"})
    void everyModelIsSavedAndAsked(String model) {
        Path out = home.resolve("other");

        assertThat(train(model, out).exit()).isZero();

        CliRun run = CliRun.in(home, "recommend", "--artifact", out.toString(), "--user", "u3", "-k", "3", "--json");
        assertThat(items(run)).hasSize(3);
    }

    @Test
    void aKnownUserGetsWhatTheirKindLikes() {
        CliRun run = recommend("--user", "u3", "-k", "5");

        assertThat(run.json()).containsEntry("strategy", "known-user").containsEntry("model", "als");
        assertThat(items(run)).hasSize(5).allMatch(item -> item.startsWith("a"));
    }

    @Test
    void anUnknownUserGetsWhatIsPopularAndANote() {
        CliRun run = recommend("--user", "nobody", "-k", "4");

        assertThat(run.json()).containsEntry("strategy", "fallback");
        assertThat(run.err()).contains("does not know the user 'nobody'");
        assertThat(items(run)).hasSize(4);
    }

    @Test
    void aHistoryIsFoldedIn() {
        CliRun run = recommend("--history", "b1,b2,b3", "-k", "5");

        assertThat(run.json()).containsEntry("strategy", "fold-in");
        assertThat(items(run)).hasSize(5).allMatch(item -> item.startsWith("b")).doesNotContain("b1", "b2", "b3");
    }

    @Test
    void candidatesAndExclusionsAreHonoured() {
        assertThat(items(recommend("--user", "nobody", "--candidates", "a1,b1,b2", "--exclude", "b1")))
                .containsExactlyInAnyOrder("a1", "b2");
    }

    @Test
    void inspectAndVerifySpeakOfTheManifest() {
        CliRun inspect = CliRun.in(home, "artifact", "inspect", artifact.toString(), "--json");
        CliRun verify = CliRun.in(home, "artifact", "verify", artifact.toString(), "--json");

        assertThat(inspect.json()).containsEntry("provider", "als").containsEntry("kind", "factors");
        assertThat(verify.json()).containsEntry("ok", true);
    }

    @Test
    void aTruncatedArtifactIsNamedAndRefused() throws IOException {
        Path file = artifact.resolve("item_factors.arrow");
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(100);
        }

        for (CliRun run :
                List.of(recommend("--user", "u1"), CliRun.in(home, "artifact", "verify", artifact.toString()))) {
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).singleElement().asString().contains("item_factors.arrow is damaged");
        }
    }

    @Test
    void anExistingDirectoryIsNeverOverwritten() throws IOException {
        Path full = Files.createDirectory(home.resolve("full"));
        Files.writeString(full.resolve("precious"), "x");

        CliRun run = train("popularity", full);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("exists already");
        assertThat(full.resolve("precious")).hasContent("x");
    }
}
