package io.kindred.models.cf.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.tck.ContractData;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EntityFeaturesTest {
    @Test
    void fewDifferentNumbersGetABucketEach() {
        assertThat(EncodingLearner.edges(new double[] {3, 1, Double.NaN, 2, 1, 3}))
                .containsExactly(Float.NEGATIVE_INFINITY, 2, 3);
    }

    @Test
    void manyNumbersAreCutAtTheirQuantiles() {
        double[] numbers = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        assertThat(EncodingLearner.edges(numbers))
                .containsExactly(Float.NEGATIVE_INFINITY, 10, 20, 30, 40, 50, 60, 70, 80, 90);
    }

    @Test
    void aCommonNumberTakesTheBucketsItFills() {
        double[] numbers =
                IntStream.range(0, 100).mapToDouble(i -> i < 75 ? 7 : i).toArray();
        assertThat(EncodingLearner.edges(numbers)).containsExactly(Float.NEGATIVE_INFINITY, 80, 90);
    }

    @Test
    void oneNumberSaysNothing() {
        assertThat(EncodingLearner.edges(new double[] {5, 5, Double.NaN})).isEmpty();
        assertThat(EncodingLearner.edges(new double[0])).isEmpty();
    }

    @Test
    void rareCategoriesAndTextsAreLeftOut() {
        EntityFeatures features = features(true);

        assertThat(features.encoding().names().ids()).containsExactly("genre=war", "year#0", "year#1");
        assertThat(features.featureCount()).isEqualTo(3 + 3);
    }

    @Test
    void rowsHaveTheirMetadataAndWhereTheyHaveInteractionsTheirIdentity() {
        EntityFeatures features = features(true);

        assertThat(row(features, 0)).containsExactly(0, 1, 3);
        assertThat(row(features, 1)).containsExactly(0, 2, 4);
        // i2 has no interaction, and its only category is its alone.
        assertThat(row(features, 2)).isEmpty();
        assertThat(features.isEmpty(2)).isTrue();
        assertThat(row(features(false), 1)).containsExactly(0, 2);
    }

    private static int[] row(EntityFeatures features, int row) {
        return IntStream.range(features.start(row), features.end(row))
                .map(features::feature)
                .toArray();
    }

    private static EntityFeatures features(boolean identities) {
        Vocabulary items = ContractData.vocabulary("i", 3);
        FeatureTable table = new FeatureTable(
                items,
                List.of(
                        new FeatureColumn.Categories(
                                "genre",
                                Vocabulary.of(List.of("war", "opera")),
                                new int[] {0, 1, 2, 3},
                                new int[] {0, 0, 1},
                                false),
                        new FeatureColumn.Text("title", new String[] {"a", "a", "a"}),
                        new FeatureColumn.Numbers("year", new double[] {1990, 1995, Double.NaN})));
        Interactions interactions = Interactions.builder(ContractData.vocabulary("u", 1), items, TimeKind.NONE)
                .add(0, 0)
                .add(0, 1)
                .build();
        return EntityFeatures.of(table, interactions.byItem(), identities, 2);
    }
}
