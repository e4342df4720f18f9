package io.kindred.core.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTablesTest {
    @TempDir
    Path dir;

    private final Vocabulary ids = Vocabulary.of(List.of("a", "b", "c"));

    @Test
    void everyKindOfColumnComesBack() throws IOException {
        FeatureTable table = new FeatureTable(
                ids,
                List.of(
                        new FeatureColumn.Numbers("year", new double[] {1999, Double.NaN, 2001.5}),
                        new FeatureColumn.Text("title", new String[] {"One", null, "Drei ü"}),
                        new FeatureColumn.Categories(
                                "genres",
                                Vocabulary.of(List.of("drama", "war")),
                                new int[] {0, 2, 2, 3},
                                new int[] {1, 0, 1},
                                false),
                        new FeatureColumn.Categories(
                                "language", Vocabulary.of(List.of("de")), new int[] {0, 0, 1, 1}, new int[] {0}, true),
                        new FeatureColumn.Vectors("embedding", FloatMatrix.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2))));

        FeatureTables.write(dir.resolve("items.arrow"), table);
        FeatureTable read = FeatureTables.read(dir.resolve("items.arrow"));

        assertThat(read.ids()).isEqualTo(ids);
        assertThat(read.columns()).hasSize(5);
        for (FeatureColumn expected : table.columns()) {
            FeatureColumn actual = read.column(expected.name()).orElseThrow();
            assertThat(actual).hasSameClassAs(expected);
            for (int row = 0; row < 3; row++) {
                assertThat(actual.display(row)).isEqualTo(expected.display(row));
            }
        }
        assertThat(read.column("genres").orElseThrow())
                .isInstanceOfSatisfying(FeatureColumn.Categories.class, genres -> assertThat(genres.of(0))
                        .containsExactly("war", "drama"));
        assertThat(read.column("embedding").orElseThrow())
                .isInstanceOfSatisfying(
                        FeatureColumn.Vectors.class,
                        vectors -> assertThat(vectors.values().row(2)).containsExactly(5, 6));
    }

    @Test
    void aTableIsReplacedAtOnceAndLeavesNothingBeside() throws IOException {
        Path file = dir.resolve("items.arrow");
        FeatureTables.write(file, FeatureTable.none(ids));
        FeatureTables.write(file, FeatureTable.none(Vocabulary.of(List.of("z"))));

        assertThat(FeatureTables.read(file).ids().ids()).containsExactly("z");
        try (var files = Files.list(dir)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatIsNoFeatureTableSaysSo() throws IOException {
        Path file = Files.writeString(dir.resolve("items.arrow"), "hello");

        assertThatThrownBy(() -> FeatureTables.read(file))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("not an Arrow IPC file");
        assertThatThrownBy(() -> FeatureTables.write(
                        file, new FeatureTable(ids, List.of(new FeatureColumn.Numbers("id", new double[3])))))
                .hasMessageContaining("must not be named 'id'");
    }
}
