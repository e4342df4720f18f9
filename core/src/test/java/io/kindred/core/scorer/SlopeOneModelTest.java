package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlopeOneModelTest {
    private final SlopeOneModel model = ToyModels.slopeOne();

    @TempDir
    Path dir;

    @Test
    void aPredictionIsTheUsersMeanPlusTheMeanDeviation() {
        float[] scores = new float[6];
        model.scoreAll(0, scores);

        // i2 from i0 and i1: (1 - 2) / 2; i3 from i0: 0.5; i0 and i1 from themselves; nothing for i4 and i5.
        assertThat(scores).containsExactly(4f, 4f, 3.5f, 4.5f, Float.NaN, Float.NaN);
        assertThat(model.predictRating(0, 2)).isEqualTo(3.5f);
        assertThat(model.predictRating(0, 3)).isEqualTo(4.5f);
    }

    @Test
    void anItemWithoutDeviationIsRatedTheMeanAndNeverListed() {
        assertThat(model.predictRating(0, 4)).isEqualTo(4f);
        assertThat(Dispatcher.recommend(model, RecommendationQuery.forUser("u0", 6))
                        .items())
                .extracting(Recommendations.Item::id)
                .containsExactly("i3", "i2");
    }

    @Test
    void predictedRatingsAreClippedToTheScale() {
        // u1 had i1: 2 - 2.
        assertThat(model.predictRating(1, 2)).isEqualTo(1f);
    }

    @Test
    void aUserWithoutRatingsGetsTheMean() {
        assertThat(model.canScore(2)).isFalse();
        assertThat(model.predictRating(2, 2)).isEqualTo(3f);
    }

    @Test
    void aHistoryOfRatingsIsFoldedIn() {
        float[] scores = new float[6];
        model.scoreHistory(new int[] {0, 1}, new float[] {3, 4}, scores);
        float[] liked = new float[6];
        model.scoreHistory(new int[] {0, 1}, null, liked);

        assertThat(scores).containsExactly(3.5f, 3.5f, 3f, 4f, Float.NaN, Float.NaN);
        assertThat(liked).containsExactly(5f, 5f, 4.5f, 5.5f, Float.NaN, Float.NaN);
    }

    @Test
    void aSavedModelAnswersWithTheSameBits() {
        Path target = dir.resolve("model");
        Artifacts.save(target, model, ToyModels.DETAILS);

        try (OpenArtifact artifact = Artifacts.open(target)) {
            SlopeOneModel loaded = (SlopeOneModel) artifact.model();
            for (String user : List.of("u0", "u1", "u2", "nobody")) {
                assertThat(Dispatcher.recommend(loaded, RecommendationQuery.forUser(user, 6)))
                        .isEqualTo(Dispatcher.recommend(model, RecommendationQuery.forUser(user, 6)));
            }
            for (int u = 0; u < 3; u++) {
                for (int i = 0; i < 6; i++) {
                    assertThat(loaded.predictRating(u, i)).isEqualTo(model.predictRating(u, i));
                }
            }
        }
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        SparseMatrix small = SparseMatrix.of(new int[] {0, 0}, new int[0], new float[0], 1);
        RatingScale scale = new RatingScale(1, 5);

        assertThatThrownBy(() -> new SlopeOneModel(
                        model.info(),
                        model.users(),
                        model.items(),
                        model.histories(),
                        small,
                        FloatMatrix.zeros(3, 1),
                        scale))
                .hasMessage("slope one needs 6 x 6 deviations, got 1 x 1");
    }
}
