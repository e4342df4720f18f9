package io.kindred.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeatureEncodingTest {
    private static final FeatureEncoding ENCODING = new FeatureEncoding(
            Vocabulary.of(List.of("genre=Drama", "genre=War", "age#0", "age#1", "age#2", "stars=5", "member=true")),
            new float[] {Float.NaN, Float.NaN, Float.NEGATIVE_INFINITY, 18, 30, Float.NaN, Float.NaN});

    @Test
    void categoriesOfAColumnShareTheWeightOne() {
        assertThat(encode(Map.of("genre", List.of("War", "Drama")))).isEqualTo(Map.of(0, 0.5f, 1, 0.5f));
        assertThat(encode(Map.of("genre", "War"))).isEqualTo(Map.of(1, 1f));
    }

    @Test
    void unknownOnesNeitherCountNorShare() {
        assertThat(encode(Map.of("genre", List.of("War", "Opera", "War"), "city", "Ulm")))
                .isEqualTo(Map.of(1, 1f));
    }

    @Test
    void numbersFallIntoTheBucketWhoseEdgeTheyReach() {
        assertThat(encode(Map.of("age", 17.99))).isEqualTo(Map.of(2, 1f));
        assertThat(encode(Map.of("age", 18))).isEqualTo(Map.of(3, 1f));
        assertThat(encode(Map.of("age", 1e9))).isEqualTo(Map.of(4, 1f));
    }

    @Test
    void textIsANumberWhereTheColumnHasNumbers() {
        assertThat(encode(Map.of("age", " 44 "))).isEqualTo(Map.of(4, 1f));
        assertThat(encode(Map.of("age", List.of("20")))).isEqualTo(Map.of(3, 1f));
        assertThat(encode(Map.of("age", List.of("20", "30")))).isEmpty();
        assertThat(encode(Map.of("age", "old"))).isEmpty();
        assertThat(encode(Map.of("age", Double.NaN))).isEmpty();
    }

    @Test
    void numbersAndTruthValuesAreCategoriesWhereTheColumnHasThose() {
        assertThat(encode(Map.of("stars", 5.0, "member", true))).isEqualTo(Map.of(5, 1f, 6, 1f));
    }

    @Test
    void aTableIsEncodedAsItsRowsWouldBe() {
        Vocabulary ids = Vocabulary.of(List.of("a", "b"));
        FeatureTable table = new FeatureTable(
                ids,
                List.of(
                        new FeatureColumn.Categories(
                                "genre",
                                Vocabulary.of(List.of("War", "Opera", "Drama")),
                                new int[] {0, 3, 3},
                                new int[] {0, 1, 2},
                                false),
                        new FeatureColumn.Numbers("age", new double[] {Double.NaN, 20}),
                        new FeatureColumn.Text("title", new String[] {"genre=War", "x"})));

        SparseMatrix rows = ENCODING.encode(table);

        assertThat(rows.starts()).containsExactly(0, 2, 3);
        assertThat(rows.column(0)).isEqualTo(1);
        assertThat(rows.value(0)).isEqualTo(0.5f);
        assertThat(rows.column(1)).isEqualTo(0);
        assertThat(rows.column(2)).isEqualTo(3);
        assertThat(rows.value(2)).isEqualTo(1f);
    }

    @Test
    void edgesMustFitTheNames() {
        assertThatThrownBy(() -> new FeatureEncoding(Vocabulary.of(List.of("a=b")), new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 edges for 1 features");
    }

    private static Map<Integer, Float> encode(Map<String, Object> features) {
        Map<Integer, Float> found = new TreeMap<>();
        ENCODING.encode(features, found::put);
        return found;
    }
}
