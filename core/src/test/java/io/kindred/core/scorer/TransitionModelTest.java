package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ArtifactKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransitionModelTest {
    @TempDir
    Path dir;

    /** After i0 comes i2 (0.75), after i1 come i3 and i4 (0.25 each), the rest by popularity (i5 half of it). */
    private static TransitionModel model(int lookback, double decay) {
        return with(FloatMatrix.of(new float[] {0.25f, 0.5f, 1, 1, 1, 1}, 1, 6), lookback, decay);
    }

    private static TransitionModel with(FloatMatrix backoff, int lookback, double decay) {
        Vocabulary users = Vocabulary.of(List.of("u0", "u1", "u2"));
        Vocabulary items = Vocabulary.of(List.of("i0", "i1", "i2", "i3", "i4", "i5"));
        SparseMatrix weights = SparseMatrix.of(
                new int[] {0, 1, 3, 3, 3, 3, 3}, new int[] {2, 3, 4}, new float[] {0.75f, 0.25f, 0.25f}, 6);
        FloatMatrix popularity = FloatMatrix.of(new float[] {0.25f, 0.25f, 0, 0, 0, 0.5f}, 1, 6);
        return new TransitionModel(
                ToyModels.of(ArtifactKind.ITEM_SIMILARITY).info(),
                users,
                items,
                ToyModels.histories(),
                weights,
                backoff,
                popularity,
                lookback,
                decay);
    }

    @Test
    void scoresAreTransitionsAndBackoff() {
        float[] scores = new float[6];

        model(2, 0.5).scoreSession(new int[] {0, 1, 5}, scores);

        // i5 leads nowhere; i1 counts 1 and i0 a half: spread 0.5 + 0.125.
        assertThat(scores).containsExactly(0.15625f, 0.15625f, 0.375f, 0.25f, 0.25f, 0.3125f);
    }

    @Test
    void aSavedModelAnswersWithTheSameBits() {
        TransitionModel model = model(2, 0.5);
        Path target = dir.resolve("model");
        Artifacts.save(target, model, ToyModels.DETAILS);

        try (OpenArtifact artifact = Artifacts.open(target)) {
            assertThat(artifact.model()).hasSameClassAs(model);
            for (RecommendationQuery query : List.of(
                    RecommendationQuery.forUser("u0", 5),
                    RecommendationQuery.forUser("u2", 5),
                    RecommendationQuery.builder().session(List.of("i5", "i0")).build())) {
                assertThat(Dispatcher.recommend(artifact.model(), query)).isEqualTo(Dispatcher.recommend(model, query));
            }
        }
    }

    @Test
    void settingsOutOfRangeAreRefusedOnLoading() throws IOException {
        Path target = dir.resolve("model");
        Artifacts.save(target, model(2, 0.5), ToyModels.DETAILS);
        Path manifest = target.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"lookback\" : 2.0", "\"lookback\" : -3.0"));

        assertThatThrownBy(() -> Artifacts.open(target))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("lookback is -3");
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> with(FloatMatrix.zeros(1, 5), 2, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a backoff of 1 x 5");
        assertThatThrownBy(() -> model(1, Double.NaN)).hasMessageContaining("decay is NaN");
    }
}
