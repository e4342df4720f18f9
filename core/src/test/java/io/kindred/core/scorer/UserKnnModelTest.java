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
import io.kindred.core.model.Explains.Contribution;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.neighbours.ProfileWeights;
import io.kindred.core.neighbours.Similarity;
import io.kindred.core.neighbours.SimilarityMeasure;
import io.kindred.core.neighbours.Weighting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserKnnModelTest {
    @TempDir
    Path dir;

    // u0: i0 i1 i2    u1: i1 i2 i3    u2: i0
    private final UserKnnModel model = model(Similarity.COSINE, Weighting.NONE);

    private static UserKnnModel model(Similarity similarity, Weighting weighting) {
        Vocabulary users = Vocabulary.of(List.of("u0", "u1", "u2"));
        Vocabulary items = Vocabulary.of(List.of("i0", "i1", "i2", "i3"));
        Interactions.Builder builder = Interactions.builder(users, items, TimeKind.ORDER);
        int[] starts = {0, 3, 6, 7};
        int[] columns = {0, 1, 2, 1, 2, 3, 0};
        for (int u = 0; u < 3; u++) {
            for (int p = starts[u]; p < starts[u + 1]; p++) {
                builder.add(u, columns[p]);
            }
        }
        SparseMatrix profiles = SparseMatrix.of(starts, columns, new float[] {1, 1, 1, 1, 1, 1, 1}, 4);
        SparseMatrix neighbours = SparseMatrix.of(
                new int[] {0, 2, 3, 4},
                new int[] {1, 2, 0, 0},
                new float[] {2f / 3, (float) (1 / Math.sqrt(3)), 2f / 3, (float) (1 / Math.sqrt(3))},
                3);
        return new UserKnnModel(
                new ModelInfo("toy", ArtifactKind.USER_SIMILARITY, Map.of(), true),
                users,
                items,
                UserHistories.of(builder.build()),
                neighbours,
                profiles,
                2,
                new SimilarityMeasure(similarity, 0, 0.5, 1),
                ProfileWeights.of(profiles, weighting, 1.2, 0.75));
    }

    @Test
    void theHistoryOfATrainingUserScoresAsTheUserDoes() {
        float[] known = new float[4];
        float[] unseen = new float[4];

        model.scoreAll(0, known);
        model.scoreHistory(new int[] {2, 0, 1}, null, unseen);

        assertThat(unseen).containsExactly(known);
    }

    @Test
    void aHistoryIsScoredByItsNearestUsers() {
        float[] scores = new float[4];

        model.scoreHistory(new int[] {1, 3}, null, scores);

        // cosine with u0: 1 / sqrt(2 * 3), with u1: 2 / sqrt(2 * 3)
        float one = (float) (1 / Math.sqrt(6));
        float two = (float) (2 / Math.sqrt(6));
        assertThat(scores).containsExactly(one, Math.fma(two, 1, one), Math.fma(two, 1, one), two);
    }

    @Test
    void aHistoryThatNobodySharesIsNotScored() {
        float[] scores = new float[4];

        // Only u2 has i0 alone: a twin, who has nothing to recommend; u0 has i0 as well.
        model.scoreHistory(new int[] {0}, null, scores);
        assertThat(scores[2]).isEqualTo((float) (1 / Math.sqrt(3)));

        model.scoreHistory(new int[] {0}, new float[] {0f}, scores);
        assertThat(scores).containsOnly(Float.NaN);
    }

    @Test
    void contributionsAddUpToTheScoreWhateverTheSimilarity() {
        for (Similarity similarity :
                List.of(Similarity.COSINE, Similarity.JACCARD, Similarity.ASYMMETRIC_COSINE, Similarity.DOT_PRODUCT)) {
            for (Weighting weighting : Weighting.values()) {
                UserKnnModel any = model(similarity, weighting);
                float[] scores = new float[4];
                int[] history = {1, 2};
                any.scoreHistory(history, null, scores);
                for (int item = 0; item < 4; item++) {
                    List<Contribution> reasons = any.explain(item, history, null, 10);
                    assertThat(reasons.stream()
                                    .mapToDouble(Contribution::amount)
                                    .sum())
                            .as("%s, %s, item %d", similarity, weighting, item)
                            .isEqualTo(scores[item], within(1e-6));
                }
            }
        }
    }

    @Test
    void aContributionIsTheTermOfTheInnerProduct() {
        // i3 comes from u1 alone, with 2 / sqrt(2 * 3) for the two common items.
        assertThat(model.explain(3, new int[] {1, 2}, null, 10))
                .extracting(Contribution::item)
                .containsExactly(1, 2);
        assertThat(model.explain(3, new int[] {1, 2}, null, 1).getFirst().amount())
                .isEqualTo((float) (1 / Math.sqrt(6)));
    }

    @Test
    void aSavedModelFindsTheSameNeighbours() {
        for (Weighting weighting : Weighting.values()) {
            UserKnnModel saved = model(Similarity.ASYMMETRIC_COSINE, weighting);
            Path target = dir.resolve(weighting.name());
            Artifacts.save(target, saved, ToyModels.DETAILS);
            float[] before = new float[4];
            float[] after = new float[4];
            saved.scoreHistory(new int[] {1, 3}, null, before);

            try (OpenArtifact artifact = Artifacts.open(target)) {
                assertThat(artifact.model()).isInstanceOf(UserKnnModel.class);
                ((UserKnnModel) artifact.model()).scoreHistory(new int[] {1, 3}, null, after);
            }

            assertThat(after).containsExactly(before);
        }
    }

    @Test
    void settingsThatMeanNothingAreRefused() throws Exception {
        for (String damage : List.of("\"similarity\" : 99", "\"similarity\" : 0.5", "\"similarity\" : -1")) {
            Path target = dir.resolve("m" + damage.hashCode());
            Artifacts.save(target, model, ToyModels.DETAILS);
            Path manifest = target.resolve("manifest.json");
            String text = Files.readString(manifest);
            assertThat(text).contains("\"similarity\" : 0.0");
            Files.writeString(manifest, text.replace("\"similarity\" : 0.0", damage));

            assertThatThrownBy(() -> Artifacts.open(target))
                    .isInstanceOf(ArtifactException.class)
                    .hasMessageContaining("similarity");
        }
    }
}
