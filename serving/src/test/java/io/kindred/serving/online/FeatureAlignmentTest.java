package io.kindred.serving.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureAlignmentTest {
    private static final FeatureTable TABLE = new FeatureTable(
            Vocabulary.of(List.of("a", "b", "c")),
            List.of(
                    new FeatureColumn.Numbers("year", new double[] {1, 2, 3}),
                    new FeatureColumn.Text("title", new String[] {"A", "B", "C"}),
                    new FeatureColumn.Categories(
                            "genres",
                            Vocabulary.of(List.of("x", "y")),
                            new int[] {0, 1, 1, 3},
                            new int[] {0, 1, 0},
                            false),
                    new FeatureColumn.Vectors("vector", FloatMatrix.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2))));

    @Test
    void rowsFollowTheOtherVocabularyAndMissingOnesAreEmpty() {
        FeatureTable aligned = FeatureAlignment.align(TABLE, Vocabulary.of(List.of("c", "new", "a")));

        assertThat(displays(aligned, "year")).containsExactly("3", "", "1");
        assertThat(displays(aligned, "title")).containsExactly("C", "", "A");
        assertThat(displays(aligned, "genres")).containsExactly("y, x", "", "x");
        FeatureColumn.Vectors vectors =
                (FeatureColumn.Vectors) aligned.column("vector").orElseThrow();
        assertThat(vectors.values().row(0)).containsExactly(5, 6);
        assertThat(vectors.values().row(1)).containsExactly(Float.NaN, Float.NaN);
        assertThat(vectors.values().row(2)).containsExactly(1, 2);
    }

    @Test
    void aTableOfTheSameVocabularyIsTheSame() {
        assertThat(FeatureAlignment.align(TABLE, Vocabulary.of(List.of("a", "b", "c"))))
                .isSameAs(TABLE);
    }

    private static List<String> displays(FeatureTable table, String column) {
        FeatureColumn found = table.column(column).orElseThrow();
        return java.util.stream.IntStream.range(0, found.rows())
                .mapToObj(found::display)
                .toList();
    }
}
