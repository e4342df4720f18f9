package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.neighbours.RatingAggregation;
import io.kindred.core.neighbours.RatingBaseline;
import io.kindred.core.neighbours.Similarity;
import io.kindred.core.neighbours.SimilarityMeasure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The neighbourhood models of ratings: users who rated u0: i0 5, i1 3; u1: i0 4, i1 2, i2 1; u2: i2 5. */
class RatingNeighbourModelsTest {
    private static final Vocabulary USERS = Vocabulary.of(List.of("u0", "u1", "u2"));
    private static final Vocabulary ITEMS = Vocabulary.of(List.of("i0", "i1", "i2"));
    private static final SparseMatrix RATINGS =
            SparseMatrix.of(new int[] {0, 2, 5, 6}, new int[] {0, 1, 0, 1, 2, 2}, new float[] {5, 3, 4, 2, 1, 5}, 3);

    @TempDir
    Path dir;

    private static RatingRule rule(RatingAggregation aggregation) {
        return new RatingRule(
                aggregation,
                40,
                1,
                new RatingScale(1, 5),
                new RatingBaseline(20 / 6.0, new float[] {0.5f, -0.25f, -0.125f}, 15));
    }

    private static UserHistories histories() {
        Interactions.Builder builder = Interactions.builder(USERS, ITEMS, TimeKind.ORDER);
        for (int u = 0; u < 3; u++) {
            for (int p = RATINGS.start(u); p < RATINGS.end(u); p++) {
                builder.add(u, RATINGS.column(p));
            }
        }
        return UserHistories.of(builder.build());
    }

    /** u0 and u1 have the similarity 1/2, u1 and u2 1/4. */
    private static UserRatingsModel users(RatingAggregation aggregation) {
        SparseMatrix neighbours = SparseMatrix.of(
                new int[] {0, 1, 3, 4}, new int[] {1, 0, 2, 1}, new float[] {0.5f, 0.5f, 0.25f, 0.25f}, 3);
        return new UserRatingsModel(
                new ModelInfo("toy", ArtifactKind.USER_SIMILARITY, Map.of(), true),
                USERS,
                ITEMS,
                histories(),
                neighbours,
                RATINGS,
                10,
                rule(aggregation),
                new SimilarityMeasure(Similarity.MSD, 0, 0.5, 1));
    }

    /** i2 has the neighbours i0 with 1/2 and i1 with 1/4. */
    private static ItemRatingsModel items(RatingAggregation aggregation) {
        SparseMatrix neighbours =
                SparseMatrix.of(new int[] {0, 0, 0, 2}, new int[] {0, 1}, new float[] {0.5f, 0.25f}, 3);
        return new ItemRatingsModel(
                new ModelInfo("toy", ArtifactKind.ITEM_SIMILARITY, Map.of(), true),
                USERS,
                ITEMS,
                histories(),
                neighbours,
                RATINGS,
                rule(aggregation));
    }

    @Test
    void baselinesAreTakenAwayAndPutBack() {
        // What is left of u0's ratings without mean and item biases: 7/6 and -1/12; of u1's 1/6, -13/12, -53/24; over
        // 15 + n.
        double mean = 20 / 6.0;
        double first = (5 - mean - 0.5 + 3 - mean + 0.25) / 17;
        double second = (4 - mean - 0.5 + 2 - mean + 0.25 + 1 - mean + 0.125) / 18;

        // The one neighbour's similarity cancels out.
        double fromUser = mean + first - 0.125 + (1 - (mean + second - 0.125));
        assertThat((double) users(RatingAggregation.BASELINE).predictRating(0, 2))
                .isEqualTo(Math.max(1, fromUser), within(1e-6));

        double left = (0.5 * (5 - (mean + first + 0.5)) + 0.25 * (3 - (mean + first - 0.25))) / 0.75;
        assertThat((double) items(RatingAggregation.BASELINE).predictRating(0, 2))
                .isEqualTo(mean + first - 0.125 + left, within(1e-6));
    }

    @Test
    void itemNeighboursAreWeighedBySimilarity() {
        assertThat((double) items(RatingAggregation.BASIC).predictRating(0, 2))
                .isEqualTo((0.5 * 5 + 0.25 * 3) / 0.75, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(value = RatingAggregation.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aSavedModelPredictsWithTheSameBits(RatingAggregation aggregation) {
        for (TrainedModel model : List.of(users(aggregation), items(aggregation))) {
            Path target = dir.resolve(model.info().kind().id());
            Artifacts.save(target, model, ToyModels.DETAILS);
            try (OpenArtifact artifact = Artifacts.open(target)) {
                assertThat(artifact.model()).hasSameClassAs(model);
                for (int u = 0; u < 3; u++) {
                    float[] before = new float[3];
                    float[] after = new float[3];
                    ((UserItemScorer) model).scoreAll(u, before);
                    ((UserItemScorer) artifact.model()).scoreAll(u, after);
                    assertThat(after).containsExactly(before);
                    assertThat(((RatingPredictor) artifact.model()).predictRating(u, 2))
                            .isEqualTo(Math.clamp(before[2], 1f, 5f));
                }
                float[] before = new float[3];
                float[] after = new float[3];
                ((FoldIn) model).scoreHistory(new int[] {1, 0}, new float[] {2, 4}, before);
                ((FoldIn) artifact.model()).scoreHistory(new int[] {1, 0}, new float[] {2, 4}, after);
                assertThat(after).containsExactly(before);
            }
        }
    }

    @Test
    void settingsThatMeanNothingAreRefused() throws Exception {
        for (String damage :
                List.of("aggregation", "neighbours", "min_neighbours", "rating_min", "user_regularization")) {
            for (TrainedModel model : List.of(users(RatingAggregation.BASIC), items(RatingAggregation.BASIC))) {
                Path target = dir.resolve(damage + model.info().kind().id());
                Artifacts.save(target, model, ToyModels.DETAILS);
                Path manifest = target.resolve("manifest.json");
                String text = Files.readString(manifest);
                String broken = text.replaceFirst(
                        "\"" + damage + "\" : [-0-9.]+",
                        "\"" + damage + "\" : " + (damage.equals("rating_min") ? "99" : "-1"));
                assertThat(broken).isNotEqualTo(text);
                Files.writeString(manifest, broken);

                assertThatThrownBy(() -> Artifacts.open(target)).isInstanceOf(ArtifactException.class);
            }
        }
    }

    @Test
    void partsOfTheWrongShapeAreRefused() {
        SparseMatrix wide = SparseMatrix.of(new int[4], new int[0], new float[0], 6);

        assertThatThrownBy(() -> new ItemRatingsModel(
                        items(RatingAggregation.BASIC).info(),
                        USERS,
                        ITEMS,
                        histories(),
                        wide,
                        RATINGS,
                        rule(RatingAggregation.BASIC)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neighbours of 3 x 6");
    }
}
