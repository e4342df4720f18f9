package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserSimilarityModelTest {
    private final UserSimilarityModel model = ToyModels.userSimilarity();

    @Test
    void theOwnProfileAndThoseOfTheNeighboursAreAddedUp() {
        float[] scores = new float[6];

        model.scoreAll(0, scores);

        // .5 * (1, 4, 0, 0, 0, 0) + 2 * (0, 1, 0, 0, 3, 0)
        assertThat(scores).containsExactly(0.5f, 4, 0, 0, 6, 0);
    }

    @Test
    void aUserWithoutNeighboursAndProfileIsNotScored() {
        assertThat(model.canScore(1)).isTrue();
        assertThat(model.canScore(2)).isFalse();
    }

    @Test
    void matricesOfTheWrongShapeAreRefused() {
        ModelInfo info = new ModelInfo("toy", ArtifactKind.USER_SIMILARITY, Map.of(), true);
        SparseMatrix square = SparseMatrix.of(new int[4], new int[0], new float[0], 3);
        SparseMatrix wide = SparseMatrix.of(new int[4], new int[0], new float[0], 6);

        assertThatThrownBy(() ->
                        new UserSimilarityModel(info, model.users(), model.items(), model.histories(), wide, wide, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a user-similarity model needs 3 x 3 neighbour weights, got 3 x 6");
        assertThatThrownBy(() -> new UserSimilarityModel(
                        info, model.users(), model.items(), model.histories(), square, square, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a user-similarity model needs 3 x 6 profiles, got 3 x 3");
    }
}
