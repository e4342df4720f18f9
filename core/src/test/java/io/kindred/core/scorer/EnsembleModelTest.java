package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.Manifest;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.scorer.EnsembleModel.Member;
import io.kindred.core.scorer.Fusion.Normalization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnsembleModelTest {
    private static final ModelInfo INFO =
            new ModelInfo("ensemble", ArtifactKind.ENSEMBLE, Map.of("models", "toy, toy"), true);

    @TempDir
    Path dir;

    private static EnsembleModel of(Fusion fusion, Member... members) {
        return EnsembleModel.of(INFO, List.of(members), fusion);
    }

    private static float[] scores(EnsembleModel model, int user) {
        float[] scores = new float[6];
        model.scoreAll(user, scores);
        return scores;
    }

    @Test
    void plainSumsWeighScoresAsTheyAre() {
        // u0 had i0 and i1: similarity gives i2 = 3, i3 = 3, i4 = -1, others 0; popularity lacks i2, so its least, 0,
        // is taken.
        EnsembleModel model = of(
                new Fusion.Weighted(Normalization.NONE),
                new Member(ToyModels.similarity(), 2f),
                new Member(ToyModels.popularity(9, 9, Float.NaN, 4, 0, 5), 0.5f));

        assertThat(scores(model, 0)).containsExactly(4.5f, 4.5f, 6f, 8f, -2f, 2.5f);
    }

    @Test
    void scalesAreTakenOverTheItemsNotSeen() {
        // Of i2 to i5 the similarities are 3, 3, -1, 0, the popularities 1, 4, 0, 5; what i0 and i1 have does not
        // matter.
        EnsembleModel model = of(
                new Fusion.Weighted(Normalization.MIN_MAX),
                new Member(ToyModels.similarity(), 1f),
                new Member(ToyModels.popularity(900, -900, 1, 4, 0, 5), 1f));

        float[] scores = scores(model, 0);

        assertThat(scores[2]).isEqualTo(1f + 0.2f, within(1e-6f));
        assertThat(scores[3]).isEqualTo(1f + 0.8f, within(1e-6f));
        assertThat(scores[4]).isEqualTo(0f, within(1e-6f));
        assertThat(scores[5]).isEqualTo(0.25f + 1f, within(1e-6f));
    }

    @Test
    void zScoresHaveMeanNoughtAndDeviationOne() {
        // Of i2 to i5 the similarities 3, 3, -1, 0 have the mean 1.25 and the variance (2 * 3.0625 + 5.0625 + 1.5625) /
        // 4.
        EnsembleModel model = of(new Fusion.Weighted(Normalization.Z_SCORE), new Member(ToyModels.similarity(), 1f));

        float[] scores = scores(model, 0);

        double deviation = Math.sqrt((2 * 3.0625 + 5.0625 + 1.5625) / 4);
        assertThat((double) scores[2]).isEqualTo(1.75 / deviation, within(1e-6));
        assertThat((double) scores[4]).isEqualTo(-2.25 / deviation, within(1e-6));
    }

    @Test
    void ranksAreCountedAmongTheItemsNotSeen() {
        // Similarity ranks i2, i3, i5, i4; popularity i5, i3, i2, i4. Seen items take the rank they would have.
        EnsembleModel model = of(
                new Fusion.ReciprocalRank(60),
                new Member(ToyModels.similarity(), 1f),
                new Member(ToyModels.popularity(7, 2, 1, 4, 0, 5), 3f));

        float[] scores = scores(model, 0);

        assertThat((double) scores[2]).isEqualTo(1 / 61.0 + 3 / 63.0, within(1e-7));
        assertThat((double) scores[3]).isEqualTo(1 / 62.0 + 3 / 62.0, within(1e-7));
        assertThat((double) scores[5]).isEqualTo(1 / 63.0 + 3 / 61.0, within(1e-7));
        assertThat((double) scores[4]).isEqualTo(1 / 64.0 + 3 / 64.0, within(1e-7));
        // i0 has the similarity 0, as i5, and a lower index: it would come third, and first by popularity.
        assertThat((double) scores[0]).isEqualTo(1 / 63.0 + 3 / 61.0, within(1e-7));
    }

    @Test
    void membersThatKnowNothingOfAUserAreLeftOut() {
        EnsembleModel model = of(
                new Fusion.Weighted(Normalization.NONE),
                new Member(ToyModels.similarity(), 1f),
                new Member(ToyModels.popularity(1, 2, Float.NaN, 4, 5, 6), 1f));

        assertThat(model.canScore(2)).isTrue();
        assertThat(scores(model, 2)).containsExactly(1f, 2f, Float.NaN, 4f, 5f, 6f);
        assertThat(of(new Fusion.ReciprocalRank(60), new Member(ToyModels.similarity(), 1f))
                        .canScore(2))
                .isFalse();
    }

    @Test
    void scoresAllAlikeTellNothingApart() {
        EnsembleModel model = of(
                new Fusion.Weighted(Normalization.Z_SCORE),
                new Member(ToyModels.popularity(3, 3, 3, 3, 3, 3), 1f),
                new Member(ToyModels.similarity(), 1f));
        EnsembleModel alone = of(new Fusion.Weighted(Normalization.Z_SCORE), new Member(ToyModels.similarity(), 1f));

        assertThat(scores(model, 0)).containsExactly(scores(alone, 0));
    }

    @Test
    void aCapabilityIsThereIfAMemberHasIt() {
        Fusion fusion = new Fusion.Weighted(Normalization.NONE);
        Member popularity = new Member(ToyModels.popularity(1, 2, 3, 4, 5, 6), 1f);
        Member similarity = new Member(ToyModels.similarity(), 1f);
        Member plainFactors = new Member(plainFactors(), 1f);

        assertThat(of(fusion, popularity)).isInstanceOf(FoldIn.class).isNotInstanceOf(SimilarItems.class);
        assertThat(of(fusion, plainFactors)).isInstanceOf(SimilarItems.class).isNotInstanceOf(FoldIn.class);
        assertThat(of(fusion, popularity, similarity))
                .isInstanceOf(FoldIn.class)
                .isInstanceOf(SimilarItems.class);
        float[] scores = new float[6];
        ((SimilarItems) of(fusion, popularity, similarity)).scoreSimilar(0, scores);
        assertThat(scores).containsExactly(Float.NaN, Float.NaN, 1f, 3f, Float.NaN, Float.NaN);
        ((FoldIn) of(fusion, plainFactors, similarity)).scoreHistory(new int[] {1}, null, scores);
        assertThat(scores).containsExactly(0f, 0f, 2f, 0f, -1f, 0f);
    }

    private static FactorsModel plainFactors() {
        ImplicitFactorsModel toy = ToyModels.factors();
        return new FactorsModel(
                toy.info(), toy.users(), toy.items(), toy.histories(), toy.userFactors(), toy.itemVectors());
    }

    static List<Fusion> fusions() {
        return List.of(
                new Fusion.ReciprocalRank(7.5),
                new Fusion.Weighted(Normalization.NONE),
                new Fusion.Weighted(Normalization.MIN_MAX),
                new Fusion.Weighted(Normalization.Z_SCORE));
    }

    @ParameterizedTest
    @MethodSource("fusions")
    void aSavedEnsembleAnswersWithTheSameBits(Fusion fusion) {
        EnsembleModel model = of(
                fusion,
                new Member(ToyModels.factors(), 0.25f),
                new Member(ToyModels.similarity(), 3f),
                new Member(ToyModels.popularity(1, 2, Float.NaN, 4, 5, 6), 0f));
        Manifest manifest = Artifacts.save(dir.resolve("model"), model, ToyModels.DETAILS);

        assertThat(manifest.members())
                .extracting(ModelInfo::kind)
                .containsExactly(ArtifactKind.FACTORS, ArtifactKind.ITEM_SIMILARITY, ArtifactKind.POPULARITY);
        assertThat(manifest.files())
                .extracting(Manifest.Entry::name)
                .contains("users.arrow", "member0_item_factors.arrow", "member1_item_weights.arrow")
                .doesNotContain("member0_users.arrow", "member1_histories.arrow");
        assertThat(Artifacts.verify(dir.resolve("model"))).isEqualTo(manifest);
        try (OpenArtifact opened = Artifacts.open(dir.resolve("model"))) {
            EnsembleModel loaded = (EnsembleModel) opened.model();
            assertThat(loaded).hasSameClassAs(model);
            assertThat(loaded.fusion()).isEqualTo(fusion);
            for (int user = 0; user < 3; user++) {
                assertThat(scores(loaded, user)).containsExactly(scores(model, user));
            }
            float[] folded = new float[6];
            float[] expected = new float[6];
            ((FoldIn) loaded).scoreHistory(new int[] {3, 0}, null, folded);
            ((FoldIn) model).scoreHistory(new int[] {3, 0}, null, expected);
            assertThat(folded).containsExactly(expected);
        }
    }

    @Test
    void aDamagedManifestIsRefused() throws IOException {
        EnsembleModel model = of(new Fusion.ReciprocalRank(60), new Member(ToyModels.similarity(), 1f));
        Artifacts.save(dir.resolve("model"), model, ToyModels.DETAILS);
        Path manifest = dir.resolve("model").resolve(Manifest.FILE_NAME);
        String sound = Files.readString(manifest);

        for (String[] damage : new String[][] {
            {"\"kind\" : \"item-similarity\"", "\"kind\" : \"ensemble\""},
            {"\"kind\" : \"item-similarity\"", "\"kind\" : \"factors\""},
            {"\"member0_weight\" : 1.0", "\"member0_weight\" : -1.0"},
            {"\"member0_weight\" : 1.0", "\"member0_wait\" : 1.0"},
            {"\"fusion\" : 100.0", "\"fusion\" : 7.0"},
            {"\"rank_constant\" : 60.0", "\"rank_constant\" : 0.0"},
            {"\"members\" : [", "\"friends\" : ["},
        }) {
            assertThat(sound).contains(damage[0]);
            Files.writeString(manifest, sound.replace(damage[0], damage[1]));
            assertThatThrownBy(() -> Artifacts.open(dir.resolve("model")))
                    .as(damage[1])
                    .isInstanceOf(ArtifactException.class);
        }
    }

    @Test
    void membersThatDoNotFitAreRefused() {
        Fusion fusion = new Fusion.ReciprocalRank(60);
        EnsembleModel ensemble = of(fusion, new Member(ToyModels.similarity(), 1f));

        assertThatThrownBy(() -> new Member(ensemble, 1f)).hasMessageContaining("are no ensembles");
        assertThatThrownBy(() -> new Member(ToyModels.similarity(), Float.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> of(fusion, new Member(ToyModels.similarity(), 0f)))
                .hasMessageContaining("weight 0");
        assertThatThrownBy(() -> EnsembleModel.of(INFO, List.of(), fusion)).hasMessageContaining("0 members");
    }
}
