package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredTruthTest {
    @TempDir
    private Path folder;

    private static StoredTruth truth() {
        FilmWorld world = SmallSample.SAMPLE.world();
        return new StoredTruth(
                world.truth(),
                world.viewers().stream().map(Viewer::id).toList(),
                world.films().stream().map(Film::id).toList());
    }

    @Test
    void readsBackExactlyWhatWasWritten() throws IOException {
        StoredTruth written = truth();
        written.write(folder);

        StoredTruth read = StoredTruth.read(folder);

        assertThat(read.users()).isEqualTo(written.users());
        assertThat(read.items()).isEqualTo(written.items());
        assertThat(read.truth().model()).isEqualTo(written.truth().model());
        SimulatedTruth a = written.truth();
        SimulatedTruth b = read.truth();
        assertThat(b.epochs()).isEqualTo(a.epochs());
        long time = a.start();
        for (int user = 0; user < a.users(); user++) {
            int item = user % a.items();
            time += 40_000;
            assertThat(b.clickProbability(user, item, time)).isEqualTo(a.clickProbability(user, item, time));
            assertThat(b.expectedRating(user, item, time)).isEqualTo(a.expectedRating(user, item, time));
            assertThat(b.premiere(item)).isEqualTo(a.premiere(item));
            assertThat(b.popularityRank(item)).isEqualTo(a.popularityRank(item));
        }
    }

    @Test
    void saysThatAFolderHasNoTruth() {
        assertThatThrownBy(() -> StoredTruth.read(folder))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("has no folder 'truth'; only simulated samples have one");
    }

    @Test
    void namesTheLineThatWasCutOff() throws IOException {
        truth().write(folder);
        Path users = folder.resolve("truth/users.tsv");
        List<String> lines = Files.readAllLines(users);
        lines.set(4, "u0004");
        Files.write(users, lines);

        assertThatThrownBy(() -> StoredTruth.read(folder))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("users.tsv line 5 has 1 columns but needs 2");
    }

    @Test
    void saysThatTextStandsWhereANumberBelongs() throws IOException {
        truth().write(folder);
        Path users = folder.resolve("truth/users.tsv");
        List<String> lines = Files.readAllLines(users);
        lines.set(4, "u0004\tmuch");
        Files.write(users, lines);

        assertThatThrownBy(() -> StoredTruth.read(folder))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("text where a number belongs")
                .hasMessageContaining("much");
    }

    @Test
    void saysThatRowsAreMissing() throws IOException {
        truth().write(folder);
        Path tastes = folder.resolve("truth/tastes.tsv");
        List<String> lines = Files.readAllLines(tastes);
        Files.write(tastes, lines.subList(0, lines.size() - 1));

        assertThatThrownBy(() -> StoredTruth.read(folder))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("tastes.tsv has " + (lines.size() - 2) + " rows but needs " + (lines.size() - 1));
    }

    @Test
    void saysThatAConstantIsMissing() throws IOException {
        truth().write(folder);
        Path model = folder.resolve("truth/model.tsv");
        Files.writeString(model, Files.readString(model).replace("click_bias", "click_bais"));

        assertThatThrownBy(() -> StoredTruth.read(folder))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("has no 'click_bias'")
                .hasMessageContaining("click_bais");
    }
}
