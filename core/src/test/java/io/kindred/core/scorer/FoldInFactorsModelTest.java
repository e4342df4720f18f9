package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.Explains;
import io.kindred.core.model.FoldIn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldInFactorsModelTest {
    private static final ImplicitFactorsModel TOY = ToyModels.factors();

    @TempDir
    Path dir;

    @Test
    void projectionIsTheSumOfTheHistorysVectors() {
        // Items (1, 0), (0, 2), (3, 1), scale (1, 2): i0 and twice i2 make (7, 2 * 2).
        FloatMatrix items = FloatMatrix.of(new float[] {1, 0, 0, 2, 3, 1}, 3, 2);
        ProjectionFoldIn projection = new ProjectionFoldIn(FloatMatrix.of(new float[] {1, 2}, 1, 2));

        assertThat(projection.solve(items, new int[] {0, 2}, new float[] {1, 2}))
                .containsExactly(7f, 4f);
        assertThat(ProjectionFoldIn.sum(2).solve(items, new int[] {1, 1}, null)).containsExactly(0f, 4f);
    }

    @Test
    void leastSquaresSolvesTheNormalEquationsOverAllItems() {
        FoldInFactorsModel model = leastSquares();
        FloatMatrix items = model.itemVectors();
        int d = items.columns();
        float[] scores = new float[6];
        model.scoreHistory(new int[] {0, 3, 3}, null, scores);

        // 20 / 6 for every item and 1 more for a history item, ridge 10 * (3 + 20) * mean square.
        double unobserved = 20.0 / 6;
        double square = 0;
        for (int i = 0; i < 6; i++) {
            for (float y : items.row(i)) {
                square += (double) y * y / (6 * d);
            }
        }
        float[] user = new float[d];
        for (int i = 0; i < 6; i++) {
            double observed = i == 0 ? 1 : i == 3 ? 2 : 0;
            // At the minimum the gradient is zero: ridge * x = sum_i y_i (target_i - confidence_i * score_i).
            double pull = observed + unobserved * observed - (observed + unobserved) * scores[i];
            for (int a = 0; a < d; a++) {
                user[a] += (float) (pull * items.get(i, a) / (10 * 23 * square));
            }
        }
        for (int i = 0; i < 6; i++) {
            assertThat(items.dot(user, i)).isCloseTo(scores[i], within(1e-4f));
        }
    }

    @Test
    void unseenUserIsFoldedIn() {
        Recommendations answer = Dispatcher.recommend(
                leastSquares(),
                RecommendationQuery.builder().history(List.of("i0")).k(3).build());

        assertThat(answer.strategy()).isEqualTo(Strategy.FOLD_IN);
        assertThat(answer.items()).hasSize(3).noneMatch(item -> item.id().equals("i0"));
    }

    @Test
    void bothWaysSurviveSaving() {
        for (FoldInFactorsModel model : List.of(leastSquares(), projecting())) {
            Path target = dir.resolve("model" + System.identityHashCode(model));
            Artifacts.save(target, model, ToyModels.DETAILS);

            try (OpenArtifact artifact = Artifacts.open(target)) {
                assertThat(artifact.model())
                        .isInstanceOf(FoldInFactorsModel.class)
                        .isNotInstanceOf(Explains.class);
                assertThat(scores((FoldIn) artifact.model())).isEqualTo(scores(model));
            }
        }
    }

    @Test
    void foldInOfAnotherDimensionIsRefused() {
        assertThatThrownBy(() -> model(ProjectionFoldIn.sum(7)))
                .hasMessage("the fold-in has dimension 7, the factors 20");
    }

    @Test
    void projectionOfTwoRowsIsRefused() {
        assertThatThrownBy(() -> new ProjectionFoldIn(FloatMatrix.zeros(2, 3)))
                .hasMessage("the projection has 2 rows instead of 1");
    }

    @Test
    void damagedProjectionIsAnErrorOfTheArtifact() {
        Path target = dir.resolve("model");
        Artifacts.save(target, projecting(), ToyModels.DETAILS);
        Path other = dir.resolve("other");
        Artifacts.save(other, leastSquares(), ToyModels.DETAILS);

        assertThatThrownBy(() -> {
                    java.nio.file.Files.copy(
                            other.resolve("item_factors.arrow"),
                            target.resolve("projection.arrow"),
                            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    Artifacts.open(target).close();
                })
                .isInstanceOf(ArtifactException.class);
    }

    private static float[] scores(FoldIn model) {
        float[] scores = new float[6];
        model.scoreHistory(new int[] {4, 1, 4}, new float[] {1, 0.5f, 2}, scores);
        return scores;
    }

    private static FoldInFactorsModel projecting() {
        return model(ProjectionFoldIn.sum(20));
    }

    private static FoldInFactorsModel model(UserFoldIn foldIn) {
        return new FoldInFactorsModel(
                TOY.info(), TOY.users(), TOY.items(), TOY.histories(), TOY.userFactors(), TOY.itemVectors(), foldIn);
    }

    private static FoldInFactorsModel leastSquares() {
        return FoldInFactorsModel.leastSquares(
                TOY.info(), TOY.users(), TOY.items(), TOY.histories(), TOY.userFactors(), TOY.itemVectors());
    }
}
