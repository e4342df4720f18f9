package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.math.FloatMatrix;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingFactorsModelTest {
    private final RatingFactorsModel model = ToyModels.ratings();

    @TempDir
    Path dir;

    @Test
    void theInnerProductIsTheRating() {
        float[] scores = new float[6];
        model.scoreAll(0, scores);

        // 0.5 q + 0.5 + mean: q is 1, -1, 0, 2, 0, 1, the mean 3, 3, 4, 4, 3.5, 4.5
        assertThat(scores).containsExactly(4f, 3f, 4.5f, 5.5f, 4f, 5.5f);
        assertThat(model.predictRating(0, 0)).isEqualTo(4f);
    }

    @Test
    void predictedRatingsAreClippedToTheScale() {
        assertThat(model.predictRating(0, 3)).isEqualTo(5f);
        assertThat(model.predictRating(1, 3)).isEqualTo(1f);
    }

    @Test
    void aUserOfWhomNothingWasLearntGivesTheMeans() {
        assertThat(model.canScore(2)).isFalse();
        assertThat(model.predictRating(2, 2)).isEqualTo(4f);
        assertThat(Dispatcher.recommend(model, RecommendationQuery.forUser("u2", 3))
                        .strategy())
                .isEqualTo(Strategy.FALLBACK);
    }

    @Test
    void aHistoryIsFoldedInByRidgeRegression() {
        // Items 0 and 2, ratings 5 and 3: residuals 2 and -1, y = (1, 1) and (0, 1), ridge 1 + 2 * 0.5 = 2.
        // (3 1; 1 4) d = (2, 1) gives d = (7, 1) / 11.
        float[] scores = new float[6];
        model.scoreHistory(new int[] {0, 2}, new float[] {5, 3}, scores);

        assertThat(scores[4]).isEqualTo(3.5f + 1f / 11, within(1e-6f));
        assertThat(scores[3]).isEqualTo(4f + 15f / 11, within(1e-6f));
    }

    @Test
    void aHistoryWithoutRatingsIsOneOfThingsLiked() {
        float[] plain = new float[6];
        float[] top = new float[6];
        model.scoreHistory(new int[] {0, 2}, null, plain);
        model.scoreHistory(new int[] {0, 2}, new float[] {5, 7}, top);

        assertThat(plain).containsExactly(top);
    }

    @Test
    void biasesDoNotMakeItemsSimilar() {
        float[] scores = new float[6];
        model.scoreSimilar(0, scores);

        assertThat(scores).containsExactly(Float.NaN, -1f, Float.NaN, 1f, Float.NaN, 1f);
    }

    @Test
    void aSavedModelAnswersWithTheSameBits() {
        Path target = dir.resolve("model");
        Artifacts.save(target, model, ToyModels.DETAILS);

        try (OpenArtifact artifact = Artifacts.open(target)) {
            RatingFactorsModel loaded = (RatingFactorsModel) artifact.model();
            assertThat(loaded.scale()).isEqualTo(model.scale());
            float[] expected = new float[6];
            float[] found = new float[6];
            model.scoreHistory(new int[] {0, 2}, new float[] {5, 3}, expected);
            loaded.scoreHistory(new int[] {0, 2}, new float[] {5, 3}, found);
            assertThat(found).containsExactly(expected);
            model.scoreSimilar(0, expected);
            loaded.scoreSimilar(0, found);
            assertThat(found).containsExactly(expected);
            for (int u = 0; u < 3; u++) {
                for (int i = 0; i < 6; i++) {
                    assertThat(loaded.predictRating(u, i)).isEqualTo(model.predictRating(u, i));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "free_columns, 4",
        "free_columns, -1",
        "free_columns, 1.5",
        "similarity_columns, 4",
        "similarity_columns, 0.5",
        "rating_min, 6",
        "fold_in_constant, 0",
        "fold_in_per_rating, -1"
    })
    void aDamagedSettingIsAnArtifactException(String setting, String value) throws Exception {
        Path target = dir.resolve("model");
        Artifacts.save(target, model, ToyModels.DETAILS);
        Path manifest = target.resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(
                manifest, text.replaceFirst("\"" + setting + "\"\\s*:\\s*[-0-9.]+", "\"" + setting + "\":" + value));

        assertThat(Files.readString(manifest)).isNotEqualTo(text);
        assertThatThrownBy(() -> Artifacts.open(target).close()).isInstanceOf(ArtifactException.class);
    }

    @Test
    void aDefaultUserOfAnotherDimensionIsRefused() {
        RatingFoldIn foldIn = new RatingFoldIn(FloatMatrix.zeros(1, 4), 1, 1, 0);

        assertThatThrownBy(() -> new RatingFactorsModel(
                        model.info(),
                        model.users(),
                        model.items(),
                        model.histories(),
                        model.userFactors(),
                        model.itemVectors(),
                        model.scale(),
                        foldIn,
                        1))
                .hasMessage("the default user has dimension 4, the factors 3");
    }
}
