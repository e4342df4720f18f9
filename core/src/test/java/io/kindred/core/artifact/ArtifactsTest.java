package io.kindred.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.data.Provenance;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.ToyModels;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArtifactsTest {
    @TempDir
    Path dir;

    private Path saved(TrainedModel model) {
        Path target = dir.resolve("model");
        Artifacts.save(target, model, ToyModels.DETAILS);
        return target;
    }

    @ParameterizedTest
    @EnumSource(
            value = ArtifactKind.class,
            names = {"POPULARITY", "ITEM_SIMILARITY", "USER_SIMILARITY", "FACTORS"})
    void aSavedModelAnswersWithTheSameBits(ArtifactKind kind) {
        TrainedModel model = ToyModels.of(kind);
        Path target = saved(model);

        try (OpenArtifact artifact = Artifacts.open(target)) {
            Recommender loaded = artifact.model();
            assertThat(loaded).hasSameClassAs(model);
            assertThat(loaded.info()).isEqualTo(model.info());
            for (RecommendationQuery query : List.of(
                    RecommendationQuery.forUser("u0", 5),
                    RecommendationQuery.forUser("nobody", 5),
                    RecommendationQuery.builder()
                            .history(List.of("i1", "i3"))
                            .k(5)
                            .build())) {
                assertThat(Dispatcher.recommend(loaded, query)).isEqualTo(Dispatcher.recommend(model, query));
            }
        }
    }

    @Test
    void theManifestSaysWhatWasSaved() {
        Path target = saved(ToyModels.of(ArtifactKind.FACTORS));

        Manifest manifest = Artifacts.manifest(target);

        assertThat(manifest.formatVersion()).isEqualTo(1);
        assertThat(manifest.info()).isEqualTo(ToyModels.of(ArtifactKind.FACTORS).info());
        assertThat(manifest.data()).isEqualTo(ToyModels.DETAILS.data());
        assertThat(manifest.metrics()).isEqualTo(ToyModels.DETAILS.metrics());
        assertThat(manifest.capabilities()).contains("user-item-scorer", "fold-in", "explains", "embeddings");
        assertThat(manifest.files())
                .extracting(Manifest.Entry::name)
                .containsExactlyInAnyOrder(
                        "users.arrow",
                        "items.arrow",
                        "histories.arrow",
                        "user_factors.arrow",
                        "item_factors.arrow",
                        "gram.arrow");
        assertThat(Artifacts.verify(target)).isEqualTo(manifest);
    }

    @Test
    void theWeightsOfTheDataAreKept() {
        Path target = dir.resolve("weighted");
        Provenance weighted = ToyModels.DETAILS.data().withWeights("half-life 30 days");
        Artifacts.save(target, ToyModels.of(ArtifactKind.POPULARITY), ArtifactDetails.of(weighted, 1));

        assertThat(Artifacts.manifest(target).data()).isEqualTo(weighted);
    }

    @Test
    void vectorsLieAlignedInTheMapping() {
        Path target = saved(ToyModels.of(ArtifactKind.FACTORS));

        try (OpenArtifact artifact = Artifacts.open(target)) {
            var model = (io.kindred.core.model.EmbeddingModel) artifact.model();
            assertThat(model.itemVectors().segment().address() % 64).isZero();
            assertThat(model.itemVectors().onHeap()).isFalse();
        }
    }

    @Test
    void anArtifactIsNeverOverwritten() {
        Path target = saved(ToyModels.of(ArtifactKind.POPULARITY));

        assertThatThrownBy(() -> Artifacts.save(target, ToyModels.of(ArtifactKind.FACTORS), ToyModels.DETAILS))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("exists already");
        assertThat(Artifacts.verify(target).info().kind()).isEqualTo(ArtifactKind.POPULARITY);
    }

    @Test
    void aFailedSaveLeavesNothingBehind() throws IOException {
        Path target = dir.resolve("model");

        assertThatThrownBy(() -> Artifacts.save(
                        target, ToyModels.failingAfter(new IOException("No space left on device")), ToyModels.DETAILS))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("nothing was left behind");
        try (var files = Files.list(dir)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aTruncatedFileIsNamed() throws IOException {
        Path target = saved(ToyModels.of(ArtifactKind.FACTORS));
        try (RandomAccessFile file =
                new RandomAccessFile(target.resolve("item_factors.arrow").toFile(), "rw")) {
            file.setLength(file.length() - 8);
        }

        assertThatThrownBy(() -> Artifacts.open(target))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("item_factors.arrow")
                .hasMessageContaining("the manifest says");
    }

    @Test
    void aFlippedBitIsFoundByVerify() throws IOException {
        Path target = saved(ToyModels.of(ArtifactKind.FACTORS));
        Path file = target.resolve("user_factors.arrow");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> Artifacts.verify(target))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("user_factors.arrow")
                .hasMessageContaining("sha256");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path target = saved(ToyModels.of(ArtifactKind.FACTORS));
        Files.delete(target.resolve("users.arrow"));

        assertThatThrownBy(() -> Artifacts.open(target)).hasMessageContaining("users.arrow is missing");
    }

    @Test
    void aForeignFileIsFoundByVerify() throws IOException {
        Path target = saved(ToyModels.of(ArtifactKind.POPULARITY));
        Files.writeString(target.resolve("notes.txt"), "hello");

        assertThatThrownBy(() -> Artifacts.verify(target)).hasMessageContaining("notes.txt does not belong");
    }

    @Test
    void aLinkInPlaceOfAFileIsRefused() throws IOException {
        Path target = saved(ToyModels.of(ArtifactKind.POPULARITY));
        Path elsewhere = dir.resolve("users.arrow");
        Files.move(target.resolve("users.arrow"), elsewhere);
        Files.createSymbolicLink(target.resolve("users.arrow"), elsewhere);

        assertThatThrownBy(() -> Artifacts.open(target)).hasMessageContaining("not a plain file");
    }

    @Test
    void namesThatLeaveTheDirectoryAreRefused() throws IOException {
        Path target = saved(ToyModels.of(ArtifactKind.POPULARITY));
        editManifest(target, "\"users.arrow\"", "\"../users.arrow\"");

        assertThatThrownBy(() -> Artifacts.open(target)).hasMessageContaining("'../users.arrow'");
    }

    @Test
    void formatsOutOfRangeSayWhatToDo() throws IOException {
        Path target = saved(ToyModels.of(ArtifactKind.POPULARITY));

        editManifest(target, "\"formatVersion\" : 1", "\"formatVersion\" : 2");
        assertThatThrownBy(() -> Artifacts.open(target))
                .isInstanceOf(FormatTooNewException.class)
                .hasMessageContaining("newer Kindred");

        editManifest(target, "\"formatVersion\" : 2", "\"formatVersion\" : 0");
        assertThatThrownBy(() -> Artifacts.open(target))
                .isInstanceOf(FormatTooOldException.class)
                .hasMessageContaining("train the model again");
    }

    @Test
    void aDamagedManifestIsNamed() throws IOException {
        Path target = saved(ToyModels.of(ArtifactKind.POPULARITY));
        String manifest = Files.readString(target.resolve("manifest.json"));
        Files.writeString(target.resolve("manifest.json"), manifest.substring(0, manifest.length() / 2));

        assertThatThrownBy(() -> Artifacts.open(target))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("manifest.json is not valid JSON at line");
    }

    @Test
    void anotherVocabularyIsRefused() throws IOException {
        Path target = saved(ToyModels.of(ArtifactKind.POPULARITY));
        String fingerprint = Artifacts.manifest(target).vocabularies().get("items");
        editManifest(target, fingerprint, "0".repeat(64));

        assertThatThrownBy(() -> Artifacts.open(target))
                .hasMessageContaining("items.arrow is not the one the model was trained with");
    }

    @Test
    void whatIsNoArtifactSaysSo() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "x");

        assertThatThrownBy(() -> Artifacts.open(dir.resolve("nowhere")))
                .hasMessageContaining("there is no artifact at");
        assertThatThrownBy(() -> Artifacts.open(file)).hasMessageContaining("is not an artifact");
        assertThatThrownBy(() -> Artifacts.open(dir)).hasMessageContaining("it has no manifest.json");
    }

    @Test
    void closingTwiceIsHarmless() {
        OpenArtifact artifact = Artifacts.open(saved(ToyModels.of(ArtifactKind.FACTORS)));
        artifact.close();
        artifact.close();
        assertThat(artifact.manifest().info().provider()).isEqualTo("toy");
    }

    private static void editManifest(Path artifact, String from, String to) throws IOException {
        Path file = artifact.resolve("manifest.json");
        String before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
    }
}
