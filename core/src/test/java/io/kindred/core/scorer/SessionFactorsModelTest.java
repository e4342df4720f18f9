package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFactorsModelTest {
    @TempDir
    Path dir;

    /** One taste factor and two of transitions: item i has the vector (i, 1, i * i), its transition is (2 - i, 1). */
    private static SessionFactorsModel model(int transitionColumns) {
        float[] items = new float[18];
        float[] transitions = new float[6 * transitionColumns];
        for (int i = 0; i < 6; i++) {
            items[3 * i] = i;
            items[3 * i + 1] = 1;
            items[3 * i + 2] = i * i;
            transitions[i * transitionColumns] = 2 - i;
            transitions[i * transitionColumns + transitionColumns - 1] = 1;
        }
        return new SessionFactorsModel(
                new ModelInfo("toy", ArtifactKind.FACTORS, Map.of(), true),
                Vocabulary.of(List.of("u0", "u1", "u2")),
                Vocabulary.of(List.of("i0", "i1", "i2", "i3", "i4", "i5")),
                ToyModels.histories(),
                FloatMatrix.of(new float[] {3, 1, 1, 0, 0.5f, -1, 0, 0, 0}, 3, 3),
                FloatMatrix.of(items, 6, 3),
                FloatMatrix.of(transitions, 6, transitionColumns),
                FloatMatrix.of(new float[] {10}, 1, 1));
    }

    @Test
    void sessionIsTheAverageTasteAndTheTransitionOfItsLastItem() {
        float[] scores = new float[6];

        model(2).scoreSession(new int[] {5, 0}, scores);

        // (10, 2, 1) . (i, 1, i * i)
        assertThat(scores).containsExactly(2, 13, 26, 41, 58, 77);
    }

    @Test
    void historyCountsThroughItsLastItem() {
        float[] scores = new float[6];

        model(2).scoreHistory(new int[] {5, 0}, new float[] {1, 7}, scores);

        assertThat(scores).containsExactly(2, 13, 26, 41, 58, 77);
    }

    @Test
    void aSavedModelAnswersWithTheSameBits() {
        SessionFactorsModel model = model(2);
        Path target = dir.resolve("model");
        Artifacts.save(target, model, ToyModels.DETAILS);

        try (OpenArtifact artifact = Artifacts.open(target)) {
            assertThat(artifact.model()).hasSameClassAs(model);
            for (RecommendationQuery query : List.of(
                    RecommendationQuery.forUser("u0", 5),
                    RecommendationQuery.builder().session(List.of("i5", "i1")).build(),
                    RecommendationQuery.builder().history(List.of("i4")).build())) {
                assertThat(Dispatcher.recommend(artifact.model(), query)).isEqualTo(Dispatcher.recommend(model, query));
            }
        }
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> model(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("transitions of 6 x 1 and a taste of 1 x 1 do not fit");
    }
}
