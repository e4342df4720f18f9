package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.Capability;
import io.kindred.core.model.Explains;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Items i0 = (0.6 space, 0.8 war), i1 = war, i2 = (0.8 space, 0.6 love), i3 = love, i4 = genre=noir, i5 without a term. User u0
 * had i0 and i1, u1 had i1.
 */
class ItemVectorsModelTest {
    private static final Vocabulary TERMS = Vocabulary.of(List.of("space", "war", "love", "genre=film noir"));

    @TempDir
    Path dir;

    @Test
    void scoresAreCosinesWithTheProfile() {
        float[] scores = new float[6];

        model(true).scoreAll(0, scores);

        // The profile (0.6, 1.8, 0, 0) has the length sqrt(3.6).
        double length = Math.sqrt(3.6);
        assertThat(scores[0]).isCloseTo((float) (1.8 / length), within(1e-6f));
        assertThat(scores[1]).isCloseTo((float) (1.8 / length), within(1e-6f));
        assertThat(scores[2]).isCloseTo((float) (0.48 / length), within(1e-6f));
        assertThat(scores[3]).isZero();
        assertThat(scores[5]).isNaN();
    }

    @Test
    void withoutTheCosineScoresAreInnerProducts() {
        float[] scores = new float[6];

        model(false).scoreHistory(new int[] {0, 1}, new float[] {2, 1}, scores);

        assertThat(scores[2]).isCloseTo(0.96f, within(1e-6f));
    }

    @Test
    void explanationsAddUpToTheScore() {
        for (boolean cosine : new boolean[] {true, false}) {
            ItemVectorsModel model = model(cosine);
            int[] history = {0, 2, 3};
            float[] weights = {1f, 0.5f, 2f};
            float[] scores = new float[6];
            model.scoreHistory(history, weights, scores);

            List<Explains.Contribution> reasons = model.explain(2, history, weights, 10);

            assertThat(reasons).extracting(Explains.Contribution::item).containsExactly(3, 2, 0);
            double sum =
                    reasons.stream().mapToDouble(Explains.Contribution::amount).sum();
            assertThat(sum).isCloseTo(scores[2], within(1e-6));
        }
    }

    @Test
    void itemsWithoutACommonTermAreNotSimilar() {
        float[] scores = new float[6];

        model(true).scoreSimilar(1, scores);

        assertThat(scores).containsExactly(0.8f, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN);
    }

    @Test
    void wordsAndCategoriesOfAQueryAreAProfile() {
        ItemVectorsModel model = model(true);
        float[] scores = new float[6];

        model.scoreFeatures(Map.of("anything", "Love, love & lavender"), scores);
        assertThat(scores).containsExactly(0f, 0f, 0.6f, 1f, 0f, Float.NaN);

        model.scoreFeatures(Map.of("genre", List.of("Film Noir", "Opera")), scores);
        assertThat(scores).containsExactly(0f, 0f, 0f, 0f, 1f, Float.NaN);

        model.scoreFeatures(Map.of("text", "lavender", "age", 7), scores);
        assertThat(scores).containsOnly(Float.NaN);
    }

    @Test
    void whoHadOnlyItemsWithoutTermsCannotBeScored() {
        assertThat(model(true).canScore(0)).isTrue();
        assertThat(model(true).canScore(2)).isFalse();
        float[] scores = new float[6];
        model(true).scoreHistory(new int[] {5, 5}, null, scores);
        assertThat(scores).containsOnly(Float.NaN);
        assertThat(model(true).explain(1, new int[] {5}, null, 3)).isEmpty();
    }

    @Test
    void savedAndLoadedItAnswersTheSame() {
        ItemVectorsModel model = model(true);
        Artifacts.save(dir.resolve("m"), model, ToyModels.DETAILS);

        try (OpenArtifact open = Artifacts.open(dir.resolve("m"))) {
            Recommender loaded = open.model();
            assertThat(loaded).isInstanceOf(ItemVectorsModel.class);
            assertThat(Capability.of(loaded)).isEqualTo(Capability.of(model));
            for (RecommendationQuery query : List.of(
                    RecommendationQuery.forUser("u1", 5),
                    RecommendationQuery.builder().history(List.of("i2", "i4")).build(),
                    RecommendationQuery.builder()
                            .features(Map.of("q", "war of love"))
                            .build())) {
                assertThat(Dispatcher.recommend(loaded, query)).isEqualTo(Dispatcher.recommend(model, query));
            }
        }
    }

    @Test
    void partsMustFit() {
        assertThatThrownBy(() -> new TermIndex(TERMS, ofItem(), ofTerm(), FloatMatrix.zeros(1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit 4 terms");
    }

    private static ItemVectorsModel model(boolean cosine) {
        PopularityModel toy = ToyModels.popularity(1, 1, 1, 1, 1, 1);
        return new ItemVectorsModel(
                new ModelInfo("toy", ArtifactKind.ITEM_VECTORS, Map.of(), true),
                toy.users(),
                toy.items(),
                toy.histories(),
                new TermIndex(TERMS, ofItem(), ofTerm(), FloatMatrix.of(new float[] {1, 1, 2, 3}, 1, 4)),
                cosine);
    }

    private static SparseMatrix ofItem() {
        return SparseMatrix.of(
                new int[] {0, 2, 3, 5, 6, 7, 7},
                new int[] {0, 1, 1, 0, 2, 2, 3},
                new float[] {0.6f, 0.8f, 1f, 0.8f, 0.6f, 1f, 1f},
                4);
    }

    private static SparseMatrix ofTerm() {
        return SparseMatrix.of(
                new int[] {0, 2, 4, 6, 7},
                new int[] {0, 2, 0, 1, 2, 3, 4},
                new float[] {0.6f, 0.8f, 0.8f, 1f, 0.6f, 1f, 1f},
                6);
    }
}
